import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { identityOf } from '../../../shared/domain/sections.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { ownTrafficFilters } from '../detect/vendor/own-traffic-filters.ts';
import { vendorDrivers } from '../detect/vendor/vendor-drivers.ts';
import type { DangerContext } from './danger-rules.ts';
import { lossOf, type Loss } from './driver-loss.ts';

/** A component of the network that Windows binds to the adapters and cannot start. */
export function networkFilterWithoutDriver({ inventory }: DangerContext): readonly Danger[] {
  const losses = lossOfOurs(inventory);
  return inventory.networkComponents.items.flatMap((component): readonly Danger[] => {
    const { service, componentId, instanceKey, description } = component;
    const loss = service === null ? null : losses(service);
    if (service === null || loss === null) return [];
    return [
      {
        id: 'networkFilterWithoutDriver',
        severity: 'critical',
        values: { name: description ?? componentId, driver: service, loss },
        seenIn: { kind: 'networkComponent', ref: componentId },
        repair: { kind: 'removeNetworkComponent', componentId, instanceKey },
      },
    ];
  });
}

/**
 * An adapter that names a driver which is no component any more, or whose own component is told already.
 * Microsoft: driver docs, "Linkage" of a network adapter: `UpperBind` names the services above it.
 */
export function networkBindingWithoutDriver({ inventory }: DangerContext): readonly Danger[] {
  const losses = lossOfOurs(inventory);
  const told = new Set(
    inventory.networkComponents.items.map(({ service }) => service?.toLowerCase()),
  );
  return inventory.networkAdapters.items.flatMap(({ adapterId, key, description, upperBind }) =>
    upperBind
      .filter((driver) => !told.has(driver.toLowerCase()))
      .map((driver) => ({ driver, loss: losses(driver) }))
      .filter(({ loss }) => loss !== null)
      .map(({ driver, loss }): Danger => ({
        id: 'networkBindingWithoutDriver',
        severity: 'critical',
        values: { adapter: description ?? adapterId, driver, loss: loss ?? '' },
        seenIn: { kind: 'networkAdapter', ref: adapterId },
        repair: { kind: 'removeNetworkBinding', key: `${key}\\Linkage`, name: driver },
      })),
  );
}

/**
 * A filter of the vendor that is in force and asks a driver which does not answer blocks what it matches (Microsoft: driver docs,
 * `FwpsCalloutRegister0`). Those of a product that is there are its own affair; one is told for whoever brought them along.
 */
export function trafficFilterWithoutDriver({
  inventory,
  findings,
}: DangerContext): readonly Danger[] {
  if (findings.some(({ state }) => state === 'installed')) return [];
  const dead = new Set(
    inventory.trafficFilters.items
      .filter(({ kind, active }) => kind === 'callout' && !active)
      .map(({ key }) => key),
  );
  const blocking = ownTrafficFilters({ inventory, files: fileIndex(inventory) })
    .filter(({ item }) => item.kind === 'filter' && item.active && item.action === 'ask')
    .filter(({ item }) => item.callout !== null && dead.has(item.callout))
    .map(({ item, provider }) => ({ item, name: (provider ?? item).name ?? item.key }));
  return [...new Map(blocking.map((each) => [each.name, each])).values()].map(
    ({ item, name }): Danger => ({
      id: 'trafficFilterWithoutDriver',
      severity: 'serious',
      values: { name },
      seenIn: { kind: 'trafficFilter', ref: identityOf('trafficFilters', item) },
      repair: { kind: 'removeTrafficFilter', key: item.key, name },
    }),
  );
}

/** What keeps Windows from finding a driver of the vendor at the next start; null where it will, or where it is another's. */
function lossOfOurs(inventory: Inventory): (name: string) => Loss | null {
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  return (name) => (isOurs(name) ? lossOf(name, inventory) : null);
}
