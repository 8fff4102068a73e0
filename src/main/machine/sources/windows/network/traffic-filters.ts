import { message } from '../../../../../shared/domain/message.ts';
import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { TrafficFilter } from '../../../../../shared/domain/inventory/network/traffic-filters.ts';
import type { Scope } from '../../../../../shared/domain/scope.ts';
import { readSection, unreadableSection, type Gap } from '../../../../../shared/domain/section.ts';
import { limited } from '../../../windows/com/limiter.ts';
import { withTimeLimit } from '../../../windows/com/time-limit.ts';
import {
  closeFilterEngine,
  listFilterObjects,
  openFilterEngine,
} from '../../../windows/ffi/filter-engine.ts';
import { windowsGap } from '../../../windows/system/windows-gap.ts';
import { mentions } from '../../registry/reader/mentions.ts';

const platform = 'Windows Filtering Platform';
const kinds = ['provider', 'subLayer', 'callout', 'filter'] as const;

/**
 * What of the Windows Filtering Platform a scope names, and what belongs to that; Windows itself has some hundred filters. Runs
 * in background threads; an engine that hangs beyond the time limit is left behind.
 */
export async function collectTrafficFilters(
  scope: Scope,
  limitMs: number,
): Promise<Inventory['trafficFilters']> {
  const result = await withTimeLimit(limitMs, limited(readPlatform));
  if (result.timedOut) return unreadableSection(timeOutGap(limitMs));
  const { objects, gaps } = result.value;
  return gaps.length === kinds.length || objects === null
    ? unreadableSection(...gaps)
    : readSection(namedIn(objects, scope), gaps);
}

function timeOutGap(limitMs: number): Gap {
  const detail = message('gap.noAnswer', { count: limitMs / 1000 });
  return { subject: platform, reason: 'timedOut', detail, needsAdministrator: false };
}

interface Reading {
  readonly objects: TrafficFilter[] | null;
  readonly gaps: Gap[];
}

async function readPlatform(): Promise<Reading> {
  const engine = await openFilterEngine();
  if (typeof engine === 'number') return { objects: null, gaps: [windowsGap(platform, engine)] };
  const [objects, gaps]: [TrafficFilter[], Gap[]] = [[], []];
  try {
    for (const kind of kinds) {
      const read = await listFilterObjects(engine, kind);
      if (typeof read === 'number') gaps.push(windowsGap(`${platform}, ${kind}`, read));
      else objects.push(...read);
    }
  } finally {
    await closeFilterEngine(engine);
  }
  return { objects, gaps };
}

/** By name, description or service; then what has such a provider, and filters that ask such a callout. */
function namedIn(objects: readonly TrafficFilter[], scope: Scope): TrafficFilter[] {
  const names = scope.serviceNames.map((each) => new RegExp(each, 'i'));
  const isNamed = ({ name, description, service }: TrafficFilter) =>
    [name, description, service].some((text) => mentions(text, scope.hints)) ||
    (service !== null && names.some((pattern) => pattern.test(service)));
  const named = new Set(objects.filter(isNamed));
  const keys = (kind: TrafficFilter['kind']) =>
    new Set([...named].filter((each) => each.kind === kind).map(({ key }) => key));
  const providers = keys('provider');
  const has = (known: ReadonlySet<string>, key: string | null) => key !== null && known.has(key);
  for (const each of objects) if (has(providers, each.provider)) named.add(each);
  const callouts = keys('callout');
  for (const each of objects) if (has(callouts, each.callout)) named.add(each);
  // A name that a person reads says little without whose it is.
  for (const { provider } of named)
    for (const each of objects)
      if (each.kind === 'provider' && each.key === provider) named.add(each);
  return objects.filter((each) => named.has(each));
}
