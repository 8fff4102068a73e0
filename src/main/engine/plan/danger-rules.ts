import type { Danger, DangerId, Repair } from '../../../shared/domain/plan/danger.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { ClassFilter } from '../../../shared/domain/inventory/class-filters.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { inputClasses } from '../../catalog/drivers.ts';
import { fileIndex } from '../detect/file-index.ts';
import { driverByName } from '../detect/matchers.ts';
import { isDefenderRow } from '../protection/security-rows.ts';
import { kasperskyRows } from '../protection/kaspersky-guard.ts';

/** What a rule looks at. */
export interface DangerContext {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
}

type DangerRule = (context: DangerContext) => readonly Danger[];

/** One rule for each danger. A rule is silent where too little was read to be sure. */
export const dangerRules: Readonly<Record<DangerId, DangerRule>> = {
  inputFilterWithoutDriver: ({ inventory }) =>
    deadFilters(inventory).flatMap((filter) => {
      const device = inputDevice(filter.classGuid);
      return device === null ? [] : [filterDanger('inputFilterWithoutDriver', filter, device)];
    }),
  deviceFilterWithoutDriver: ({ inventory }) =>
    deadFilters(inventory).flatMap((filter) =>
      inputDevice(filter.classGuid) === null
        ? [filterDanger('deviceFilterWithoutDriver', filter, filter.className ?? filter.classGuid)]
        : [],
    ),
  networkFilterWithoutDriver: ({ inventory }) =>
    inventory.networkComponents.items.flatMap(
      ({ service, componentId, instanceKey, description }) =>
        service !== null && isVendorDriver(service) && isGone(service, inventory)
          ? [
              {
                id: 'networkFilterWithoutDriver',
                severity: 'critical',
                values: { name: description ?? componentId, driver: service },
                seenIn: { kind: 'networkComponent', ref: componentId },
                repair: { kind: 'removeNetworkComponent', componentId, instanceKey },
              },
            ]
          : [],
    ),
  securityRowWithoutProduct,
  driverStillLoaded: ({ inventory, findings }) =>
    inventory.services.items
      .filter((service) => isDriver(service) && service.state === 'running')
      .filter(({ name }) => isLeftover(findings, name))
      .map(({ name }) => driverDanger('driverStillLoaded', name)),
  rootCertificateTrusted,
  startDriverWithoutFile: ({ inventory }) =>
    inventory.services.items
      .filter((service) => isDriver(service) && isVendorDriver(service.name))
      .filter(({ start, imageExists }) => imageExists === false && startsWithWindows.has(start))
      .map(({ name }) => driverDanger('startDriverWithoutFile', name)),
};

const startsWithWindows: ReadonlySet<Service['start']> = new Set(['boot', 'system', 'auto']);

interface DeadFilter extends Extract<Repair, { kind: 'takeFromFilterList' }> {
  readonly className: string | null;
}

/** Names in the lists of filters that Windows will not find when it starts the devices of the class. */
function deadFilters(inventory: Inventory): readonly DeadFilter[] {
  return inventory.classFilters.items.flatMap((filter) => [
    ...inList('UpperFilters', filter.upperFilters, filter, inventory),
    ...inList('LowerFilters', filter.lowerFilters, filter, inventory),
  ]);
}

function inList(
  list: DeadFilter['list'],
  names: readonly string[],
  { classGuid, className }: ClassFilter,
  inventory: Inventory,
): readonly DeadFilter[] {
  return names
    .filter((name) => isVendorDriver(name) && isGone(name, inventory))
    .map((name) => ({ kind: 'takeFromFilterList', classGuid, className, list, name }));
}

function filterDanger(
  id: 'inputFilterWithoutDriver' | 'deviceFilterWithoutDriver',
  { kind, classGuid, list, name }: DeadFilter,
  device: Danger['values'][string],
): Danger {
  return {
    id,
    severity: 'critical',
    values: { device, driver: name, key: `${classKeys}\\${classGuid}`, list },
    seenIn: { kind: 'classFilter', ref: classGuid },
    repair: { kind, classGuid, list, name },
  };
}

/** Where Windows keeps its device classes, see Microsoft, "HKLM\\SYSTEM\\CurrentControlSet\\Control Registry Tree". */
const classKeys = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class';

function inputDevice(classGuid: string) {
  const known = inputClasses.find(({ guid }) => guid === classGuid.toUpperCase());
  return known === undefined ? null : message(known.device);
}

/** Microsoft Defender comes back by itself when the last other antivirus is no longer listed. */
function securityRowWithoutProduct({ inventory, findings }: DangerContext): readonly Danger[] {
  const keepsOff = inventory.securityProducts.items.some(
    (row) =>
      isDefenderRow({ ...row, list: 'securityCenter', path: row.reportingPath }) &&
      row.state !== 'on',
  );
  if (!keepsOff || findings.some(isGuarding)) return [];
  const dead = kasperskyRows(inventory, fileIndex(inventory)).dead.map(({ name }) => name);
  return inventory.securityProducts.items
    .filter(
      ({ name, state, provider }) =>
        provider === 'antivirus' && state === 'on' && dead.includes(name),
    )
    .map(({ name, guid }) => ({
      id: 'securityRowWithoutProduct',
      severity: 'serious',
      values: { name },
      seenIn: { kind: 'securityProduct', ref: guid ?? name },
      repair: { kind: 'removeSecurityRow', name, guid },
    }));
}

/** The certificate of a product that is installed belongs to it; the vendor's removal takes it away. */
function rootCertificateTrusted({ inventory, findings }: DangerContext): readonly Danger[] {
  const left = findings
    .filter(({ state }) => state === 'leftover')
    .flatMap(({ evidence }) => evidence);
  const seen = new Set(left.flatMap(({ kind, ref }) => (kind === 'certificate' ? [ref] : [])));
  return inventory.certificates.items
    .filter(({ thumbprint }) => seen.has(thumbprint))
    .map(({ thumbprint, subject, userSid }) => ({
      id: 'rootCertificateTrusted',
      severity: 'serious',
      values: { name: /CN="?([^",]+)/.exec(subject)?.[1] ?? subject },
      seenIn: { kind: 'certificate', ref: thumbprint },
      repair: { kind: 'distrust', thumbprint, userSid },
    }));
}

function driverDanger(id: 'driverStillLoaded' | 'startDriverWithoutFile', name: string): Danger {
  return {
    id,
    severity: 'serious',
    values: { driver: name },
    seenIn: { kind: 'driver', ref: name },
    repair: { kind: 'removeDriver', name },
  };
}

function isGuarding({ state, family }: Finding): boolean {
  return state === 'installed' && ['antivirus', 'endpoint', 'server'].includes(family);
}

function isLeftover(findings: readonly Finding[], driver: string): boolean {
  return findings.some(
    ({ state, parts }) => state === 'leftover' && parts.drivers.includes(driver),
  );
}

function isDriver({ kind }: Service): boolean {
  return kind === 'kernelDriver' || kind === 'fileSystemDriver';
}

function isVendorDriver(name: string): boolean {
  return driverByName(name) !== null;
}

/** Absence counts only where everything was read. */
function isGone(name: string, { services }: Inventory): boolean {
  const driver = services.items.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return driver === undefined ? isComplete(services) : driver.imageExists === false;
}
