import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import type { NextAntivirus } from '../../../shared/domain/state/next-antivirus.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { serviceByName } from '../detect/vendor/matchers.ts';
import { ownTrafficFilters } from '../detect/vendor/own-traffic-filters.ts';
import { vendorDrivers } from '../detect/vendor/vendor-drivers.ts';
import { vendorNameKind } from '../detect/vendor/vendor-name.ts';
import { kasperskyRows } from '../protection/kaspersky-guard.ts';
import { isKasperskyRow, securityRows } from '../protection/security-rows.ts';
import { isOnPurpose } from './state.ts';

type Obstacle = NextAntivirus['obstacles'][number];
type Beside = NextAntivirus['beside'][number];

interface Facts {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
  readonly plan: Plan;
}

/**
 * Whether the installer of another antivirus would find nothing of Kaspersky's in its way. Such installers look at names,
 * and not at whose a thing is or whether it still works: an entry without a product stops them too.
 */
export function nextAntivirus(facts: Facts): NextAntivirus {
  const traffic = trafficNames(facts);
  const obstacles = distinct<Obstacle>([
    ...programEntries(facts),
    ...securityCenterRows(facts.inventory),
    ...registered(facts),
    ...filters(facts),
    ...traffic.filter(({ isInTheWay }) => isInTheWay).map(({ name }) => trafficFilter(name)),
  ]);
  const beside = distinct([
    ...packages(facts.inventory),
    ...traffic.filter(({ isInTheWay }) => !isInTheWay).map(({ name }) => trafficFilter(name)),
  ]);
  const { inventory } = facts;
  const pendingRestarts = inventory.pendingRestarts.items.map(({ source }) => source);
  const notRead = sectionsAsked(inventory).filter((section) => !isComplete(inventory[section]));
  const rest = { obstacles, pendingRestarts, notRead, beside };
  return { verdict: verdictOn(rest), ...rest };
}

function verdictOn({
  obstacles,
  pendingRestarts,
  notRead,
}: Omit<NextAntivirus, 'verdict'>): NextAntivirus['verdict'] {
  if (obstacles.length > 0) return 'blocked';
  if (notRead.length > 0) return 'notKnown';
  return pendingRestarts.length > 0 ? 'restartNeeded' : 'ready';
}

const everywhere = [
  'programs',
  'services',
  'classFilters',
  'deviceFilters',
  'networkComponents',
  'networkAdapters',
  'trafficFilters',
  'pendingRestarts',
] as const satisfies readonly SectionName[];

/** Windows Server has no Security Center; where there is one, either of its two lists will do. */
function sectionsAsked(inventory: Inventory): readonly SectionName[] {
  const isListed =
    inventory.machine.edition === 'server' || isComplete(inventory.wmiSecurityProducts);
  return isListed ? everywhere : [...everywhere, 'securityProducts'];
}

/** In the list of programs, by what detection takes for more than a name. */
function programEntries({ inventory, findings, plan }: Facts): readonly Obstacle[] {
  const keys = new Set(
    findings
      .filter((finding) => !isOnPurpose(finding, plan))
      .flatMap(({ evidence }) => evidence)
      .filter(({ kind, strength }) => kind === 'program' && strength !== 'hint')
      .map(({ ref }) => ref),
  );
  return inventory.programs.items
    .filter(({ key }) => keys.has(key))
    .map(({ displayName, keyName }) => ({ kind: 'programEntry', name: displayName ?? keyName }));
}

/** A row whose program is there. A dead one no installer can tell from a living product's either, but Windows itself does. */
function securityCenterRows(inventory: Inventory): readonly Obstacle[] {
  const files = fileIndex(inventory);
  const { live } = kasperskyRows(inventory, files);
  const rows = securityRows(inventory).filter(
    (row) =>
      isKasperskyRow(row, files) &&
      (files.get(row.path)?.exists === true || live.some(({ name }) => name === row.name)),
  );
  return rows.map(({ name }) => ({ kind: 'securityCenterRow', name }));
}

/** Services and drivers, whether or not they run and their files are there. */
function registered({ inventory, findings, plan }: Facts): readonly Obstacle[] {
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  const stays = namesThatStay({ findings, plan });
  return inventory.services.items
    .filter(({ name }) => !stays.has(name.toLowerCase()))
    .flatMap(({ name, kind }): readonly Obstacle[] => {
      if (kind === 'service') return serviceByName(name) === null ? [] : [{ kind, name }];
      return isOurs(name) ? [{ kind: 'driver', name }] : [];
    });
}

/** Names of drivers in lists of filters, and what sits in the network. */
function filters({ inventory, findings, plan }: Facts): readonly Obstacle[] {
  const { classFilters, deviceFilters, networkComponents, networkAdapters } = inventory;
  const isVendors = vendorDrivers({ inventory, files: fileIndex(inventory) });
  const stays = namesThatStay({ findings, plan });
  const isOurs = (name: string) => isVendors(name) && !stays.has(name.toLowerCase());
  const listed = [...classFilters.items, ...deviceFilters.items].flatMap(
    ({ upperFilters, lowerFilters }) => [...upperFilters, ...lowerFilters],
  );
  const bound = [
    ...networkComponents.items.flatMap(({ service }) => service ?? []),
    ...networkAdapters.items.flatMap(({ upperBind }) => upperBind),
  ];
  return [
    ...listed.filter(isOurs).map((name): Obstacle => ({ kind: 'deviceFilter', name })),
    ...bound.filter(isOurs).map((name): Obstacle => ({ kind: 'networkBinding', name })),
  ];
}

/**
 * What filters traffic now, or will after the next start. Where something stays because nobody chose it, what does not say to
 * which driver it belongs may be of that.
 */
function trafficNames({ inventory, findings, plan }: Facts) {
  const stays = namesThatStay({ findings, plan });
  const isSomethingLeft = findings.some((finding) => isOnPurpose(finding, plan));
  return ownTrafficFilters({ inventory, files: fileIndex(inventory) }).flatMap(
    ({ item: { kind, key, name, active }, provider }) => {
      const service = provider?.service?.toLowerCase() ?? null;
      if (service !== null && stays.has(service)) return [];
      const decides = active && (kind === 'filter' || kind === 'callout');
      const isInTheWay = decides && (service !== null || !isSomethingLeft);
      return [{ name: name ?? key, isInTheWay }];
    },
  );
}

function trafficFilter(name: string) {
  return { kind: 'trafficFilter', name } as const;
}

function packages(inventory: Inventory): readonly Beside[] {
  return inventory.driverPackages.items
    .filter(({ provider }) => vendorNameKind(provider) === 'vendor')
    .map(({ inf }) => ({ kind: 'driverPackage', name: inf }));
}

/** Services and drivers of what stays because nobody chose it. */
function namesThatStay({ findings, plan }: Omit<Facts, 'inventory'>): ReadonlySet<string> {
  const staying = findings.filter((finding) => isOnPurpose(finding, plan));
  return new Set(
    staying
      .flatMap(({ parts }) => [...parts.services, ...parts.drivers])
      .map((name) => name.toLowerCase()),
  );
}

function distinct<T extends Obstacle | Beside>(named: readonly T[]): T[] {
  const keyed = named.map((each) => [`${each.kind}:${each.name.toLowerCase()}`, each] as const);
  return [...new Map(keyed).values()];
}
