import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import type { Danger, DangerId } from '../../../shared/domain/plan/danger.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Certificate } from '../../../shared/domain/inventory/certificates.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { productById } from '../../catalog/products/products.ts';
import { fileIndex } from '../detect/vendor/file-index.ts';
import { vendorDrivers } from '../detect/vendor/vendor-drivers.ts';
import { whoTrusts } from '../detect/who-trusts.ts';
import { protection } from '../protection/protection.ts';
import { isDefenderRow } from '../protection/security-rows.ts';
import { isGuarding } from './is-guarding.ts';
import { kasperskyRows } from '../protection/kaspersky-guard.ts';
import { driverFilters, type DriverFilter } from '../detect/driver-filters.ts';
import { lossOf, type Loss } from './driver-loss.ts';
import {
  networkBindingWithoutDriver,
  networkFilterWithoutDriver,
  trafficFilterWithoutDriver,
} from './binding-dangers.ts';
import { firewallLeftOff, updatesFromAgentThatIsGone } from './network-dangers.ts';
import {
  hostsOfAgentThatIsGone,
  nameServerOfProductThatIsGone,
  proxyOfProductThatIsGone,
} from './steered-dangers.ts';

/** What a rule looks at. */
export interface DangerContext {
  readonly inventory: Inventory;
  readonly findings: readonly Finding[];
}

type DangerRule = (context: DangerContext) => readonly Danger[];

/** One rule for each danger. A rule is silent where too little was read to be sure. */
export const dangerRules: Readonly<Record<DangerId, DangerRule>> = {
  inputFilterWithoutDriver: (context) => filtersWithoutDriver('inputFilterWithoutDriver', context),
  deviceFilterWithoutDriver: (context) =>
    filtersWithoutDriver('deviceFilterWithoutDriver', context),
  networkFilterWithoutDriver,
  networkBindingWithoutDriver,
  trafficFilterWithoutDriver,
  securityRowWithoutProduct,
  firewallLeftOff,
  updatesFromAgentThatIsGone,
  hostsOfAgentThatIsGone,
  proxyOfProductThatIsGone,
  nameServerOfProductThatIsGone,
  driverStillLoaded: ({ inventory, findings }) =>
    inventory.services.items
      .filter((service) => isDriver(service) && service.state === 'running')
      .filter(({ name }) => isLeftover(findings, name))
      .map(({ name }) => driverDanger('driverStillLoaded', name)),
  rootCertificateTrusted,
  entryWithoutProduct,
  startDriverWithoutFile,
};

/** Dangers that show only beside what is left of the product they come from. */
export const toldByRemains: ReadonlySet<DangerId> = new Set([
  'updatesFromAgentThatIsGone',
  'hostsOfAgentThatIsGone',
  'proxyOfProductThatIsGone',
  'nameServerOfProductThatIsGone',
]);

const startsWithWindows: ReadonlySet<Service['start']> = new Set(['boot', 'system', 'auto']);

/** Drivers whose file is gone, apart by whether Windows looks for it at every start. */
export function driversWithoutFile(
  { services }: Inventory,
  start: 'withWindows' | 'onDemand',
): readonly Service[] {
  return services.items.filter(
    (service) =>
      isDriver(service) &&
      service.imageExists === false &&
      service.markedForDeletion !== true &&
      startsWithWindows.has(service.start) === (start === 'withWindows'),
  );
}

/** A driver without a file is the vendor's by its name or by the folder it lay in. */
function startDriverWithoutFile({ inventory, findings }: DangerContext): readonly Danger[] {
  const missing = driversWithoutFile(inventory, 'withWindows');
  if (missing.length === 0) return [];
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  return missing
    .filter(({ name }) => isOurs(name))
    .map(({ name }) => driverDanger('startDriverWithoutFile', name, useOf(findings, name)));
}

type Use = 'yes' | 'no' | 'unknown';

/** A product that is there may ask for the driver, and brings it back when it is repaired. */
function useOf(findings: readonly Finding[], driver: string): Use {
  const owners = findings.filter(
    ({ state, parts }) => state === 'installed' && parts.drivers.includes(driver),
  );
  if (owners.some(({ notRead }) => notRead.length === 0)) return 'yes';
  return owners.length > 0 ? 'unknown' : 'no';
}

/** A filter that Windows will not find when it starts the device. */
function filtersWithoutDriver(
  id: 'inputFilterWithoutDriver' | 'deviceFilterWithoutDriver',
  { inventory }: DangerContext,
): readonly Danger[] {
  const filters = driverFilters(inventory).filter(
    ({ isInput }) => isInput === (id === 'inputFilterWithoutDriver'),
  );
  if (filters.length === 0) return [];
  const isOurs = vendorDrivers({ inventory, files: fileIndex(inventory) });
  return filters.flatMap((filter) => {
    const loss = isOurs(filter.driver) ? lossOf(filter.driver, inventory) : null;
    return loss === null ? [] : [filterDanger(id, filter, loss)];
  });
}

function filterDanger(
  id: DangerId,
  { driver, place, device, key, branch, list, seenIn }: DriverFilter,
  loss: Loss,
): Danger {
  return {
    id,
    severity: 'critical',
    values: { device, driver, key, branch, list, place, loss },
    seenIn,
    repair: { kind: 'takeFromFilterList', key, list, name: driver },
  };
}

/**
 * Microsoft Defender comes back by itself when the last other antivirus is no longer listed. While another one protects,
 * it is that one that keeps Defender off, and the row is only a trace.
 */
function securityRowWithoutProduct({ inventory, findings }: DangerContext): readonly Danger[] {
  const keepsOff = inventory.securityProducts.items.some(
    (row) =>
      isDefenderRow({ ...row, list: 'securityCenter', path: row.reportingPath }) &&
      row.state !== 'on',
  );
  if (!keepsOff || findings.some(isGuarding)) return [];
  const dead = kasperskyRows(inventory, fileIndex(inventory)).dead.map(({ name }) => name);
  if (dead.length === 0 || isProtected(protection(inventory))) return [];
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

/** An entry of a product that is left over is one that nothing stands behind; see `finding-state.ts`. */
function entryWithoutProduct({ inventory, findings }: DangerContext): readonly Danger[] {
  const left = findings
    .filter(({ state }) => state === 'leftover')
    .flatMap(({ name, parts }) => parts.programs.map((key) => ({ name, key })));
  const isForEverybody = ({ key }: { readonly key: string }) =>
    inventory.programs.items.some((each) => each.key === key && each.scope !== 'user');
  return left.filter(isForEverybody).map(({ name, key }) => ({
    id: 'entryWithoutProduct',
    severity: 'serious',
    values: { name, key: key.replace(/^HKLM\\/, 'HKEY_LOCAL_MACHINE\\') },
    seenIn: { kind: 'program', ref: key },
    repair: { kind: 'removeProgramEntry', key },
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
    .map((certificate) => certificateDanger(certificate, inventory));
}

function certificateDanger(certificate: Certificate, inventory: Inventory): Danger {
  const { thumbprint, subject, userSid, firefoxProfile } = certificate;
  const name = /CN="?([^",]+)/.exec(subject)?.[1] ?? subject;
  return {
    id: 'rootCertificateTrusted',
    severity: 'serious',
    values: { name, profile: firefoxProfile ?? '', ...whoTrusts(certificate, inventory) },
    seenIn: { kind: 'certificate', ref: thumbprint },
    repair: { kind: 'distrust', thumbprint, userSid, firefoxProfile },
  };
}

function driverDanger(
  id: 'driverStillLoaded' | 'startDriverWithoutFile',
  name: string,
  isUsed: Use = 'no',
): Danger {
  return {
    id,
    severity: 'serious',
    values: { driver: name, isUsed },
    seenIn: { kind: 'driver', ref: name },
    repair: { kind: 'removeDriver', name },
  };
}

/** The module that programs of others install too is nobody's leftover for certain. */
function isLeftover(findings: readonly Finding[], driver: string): boolean {
  return findings.some(
    ({ state, parts, productId }) =>
      state === 'leftover' &&
      !productById(productId).isOfOthersToo &&
      parts.drivers.includes(driver),
  );
}

function isDriver({ kind }: Service): boolean {
  return kind === 'kernelDriver' || kind === 'fileSystemDriver';
}
