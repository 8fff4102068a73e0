import type { TrafficFilter } from '../../../../shared/domain/inventory/network/traffic-filters.ts';
import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { trafficFilterNames } from '../../../catalog/traffic-filters.ts';
import type { FileIndex } from './file-index.ts';
import { serviceByName } from './matchers.ts';
import { vendorDrivers } from './vendor-drivers.ts';
import { vendorNameKind } from './vendor-name.ts';

/** Something of the vendor's in the Windows Filtering Platform. */
export interface OwnTrafficFilter {
  readonly item: TrafficFilter;
  /** Whoever brought it along, where that is told. */
  readonly provider: TrafficFilter | null;
}

const names = trafficFilterNames.map(({ match }) => new RegExp(match, 'i'));

/**
 * What is the vendor's by the service or driver of its provider, where that names one; else by the name of that provider; and
 * only what has no provider by its own name. A filter of somebody else may well name a product that it is about.
 */
export function ownTrafficFilters(facts: {
  readonly inventory: Inventory;
  readonly files: FileIndex;
}): readonly OwnTrafficFilter[] {
  const { items } = facts.inventory.trafficFilters;
  if (items.length === 0) return [];
  const isOwnService = ownServices(facts);
  const providers = new Map(items.filter(isProvider).map((each) => [each.key, each]));
  return items.flatMap((item) => {
    const provider = isProvider(item) ? item : (providers.get(item.provider ?? '') ?? null);
    const isUntold = item.provider === null || isProvider(item);
    const owner = provider ?? (isUntold ? item : null);
    if (owner === null) return [];
    const isOwn = owner.service === null ? bearsName(owner) : isOwnService(owner.service);
    return isOwn ? [{ item, provider }] : [];
  });
}

function isProvider({ kind }: TrafficFilter): boolean {
  return kind === 'provider';
}

function bearsName({ name }: TrafficFilter): boolean {
  return vendorNameKind(name) === 'vendor' || names.some((pattern) => pattern.test(name ?? ''));
}

/** A service that is registered is whose its file is; one that is gone whose its name is. */
function ownServices(facts: Parameters<typeof ownTrafficFilters>[0]): (name: string) => boolean {
  const isOwn = vendorDrivers(facts);
  const registered = new Set(facts.inventory.services.items.map(({ name }) => name.toLowerCase()));
  return (name) =>
    isOwn(name) || (!registered.has(name.toLowerCase()) && serviceByName(name) !== null);
}
