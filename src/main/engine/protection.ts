import type { Inventory, SecurityProduct } from '../../shared/inventory.ts';
import type { Protection, ProtectionVerdict } from '../../shared/protection.ts';
import { isComplete } from '../../shared/section.ts';
import { antivirusProducts } from '../catalog/antivirus-products.ts';
import { defenderState, isDefenderName } from './defender.ts';
import { fileIndex } from './detect/file-index.ts';
import { vendorNameKind } from './detect/vendor-name.ts';
import { serverProtection } from './server-protection.ts';

type Judged = {
  readonly name: string;
  readonly verdict: ProtectionVerdict;
  readonly reason: string;
};

/**
 * Whether an antivirus other than Kaspersky protects the machine. What Windows Security shows is a claim of
 * each product, so it is held against services and files; a source that could not be read never makes
 * `protected`. Windows Server has no Windows Security, see {@link serverProtection}.
 */
export function protection(inventory: Inventory): Protection {
  const { securityProducts, machine } = inventory;
  if (machine.platform !== 'windows') return cannotTell('Only Windows tells what protects it.');
  if (machine.edition === 'server') return serverProtection(inventory);
  if (securityProducts.state === 'unreadable') {
    return cannotTell('Windows Security could not be read.');
  }
  const rows = securityProducts.items.filter((row) => row.provider === 'antivirus');
  const judged = rows.map((row) => judge(row, inventory));
  return conclude(judged, isComplete(securityProducts));
}

/** The best verdict wins, because one good antivirus is enough. */
const ranking = [
  'protected',
  'signaturesOld',
  'cannotTell',
  'onlyKaspersky',
  'notProtecting',
] as const satisfies readonly ProtectionVerdict[];

function conclude(judged: readonly Judged[], complete: boolean): Protection {
  const reasons = judged.map(({ reason }) => reason);
  const verdict = ranking.find((each) => judged.some((row) => row.verdict === each));
  const products = judged.filter((row) => row.verdict === 'protected').map((row) => row.name);
  if (!complete && verdict !== 'protected') {
    return cannotTell(...reasons, 'Windows Security could not be read completely.');
  }
  if (verdict === undefined) {
    return { verdict: 'unprotected', products, reasons: ['Windows Security lists no antivirus.'] };
  }
  return { verdict, products, reasons };
}

function judge(row: SecurityProduct, inventory: Inventory): Judged {
  const said = (verdict: ProtectionVerdict, what: string) => ({
    name: row.name,
    verdict,
    reason: `“${row.name}” ${what}`,
  });
  const isKaspersky = ['vendor', 'mention'].includes(vendorNameKind(row.name));
  if (isKaspersky) return said('onlyKaspersky', 'is Kaspersky and does not count.');
  if (row.state === 'unknown') return said('cannotTell', 'does not say whether it is on.');
  if (row.state !== 'on') return said('notProtecting', `is ${stateWords[row.state]}.`);
  const doubt = doubtAbout(row, inventory);
  if (doubt !== null) return said(doubt.verdict, doubt.what);
  if (row.signatures === 'upToDate') return said('protected', 'is on and up to date.');
  if (row.signatures === 'outOfDate')
    return said('signaturesOld', 'is on, but its updates are old.');
  return said('cannotTell', 'is on, but does not say whether it is up to date.');
}

const stateWords = { off: 'off', snoozed: 'paused', expired: 'expired' } as const;

type Doubt = { readonly verdict: ProtectionVerdict; readonly what: string };

/** What speaks against a product that says it is on. */
function doubtAbout(row: SecurityProduct, inventory: Inventory): Doubt | null {
  if (isDefenderName(row)) return defenderDoubt(inventory);
  const file = fileIndex(inventory).get(row.reportingPath);
  if (file?.exists === false) {
    return { verdict: 'notProtecting', what: 'is listed as on, but its program is gone.' };
  }
  const status = file?.signature?.status;
  if (status === 'invalid' || status === 'unsigned' || status === 'untrusted') {
    return {
      verdict: 'cannotTell',
      what: 'says it is on, but its program is not properly signed.',
    };
  }
  return serviceDoubt(row, inventory);
}

function defenderDoubt(inventory: Inventory): Doubt | null {
  const state = defenderState(inventory);
  if (state.kind === 'running') return null;
  const verdict = state.kind === 'unknown' ? 'cannotTell' : 'notProtecting';
  return { verdict, what: `is listed as on, but ${state.because}` };
}

/** A known antivirus whose known services are all missing or stopped does not protect, whatever is listed. */
function serviceDoubt(row: SecurityProduct, inventory: Inventory): Doubt | null {
  const known = antivirusProducts.filter(
    (product) => product.services.length > 0 && hasName(product.securityNames, row.name),
  );
  if (known.length === 0) return null;
  const names = new Set(known.flatMap((each) => each.services).map((name) => name.toLowerCase()));
  const services = inventory.services.items.filter((service) =>
    names.has(service.name.toLowerCase()),
  );
  if (services.some((service) => service.state === 'running')) return null;
  if (services.length > 0 && services.every((service) => service.state === 'stopped')) {
    return { verdict: 'notProtecting', what: 'is listed as on, but its services do not run.' };
  }
  return {
    verdict: 'cannotTell',
    what: 'is listed as on, but none of its known services was seen running.',
  };
}

function hasName(starts: readonly string[], name: string): boolean {
  return starts.some((start) => name.toLowerCase().startsWith(start.toLowerCase()));
}

function cannotTell(...reasons: readonly string[]): Protection {
  return { verdict: 'cannotTell', products: [], reasons };
}
