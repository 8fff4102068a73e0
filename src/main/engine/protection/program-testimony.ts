import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { FileFact } from '../../../shared/domain/inventory/files.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import type { AntivirusRow } from '../../catalog/antivirus-products.ts';
import type { FileIndex } from '../detect/vendor/file-index.ts';
import type { SecurityRow } from './security-rows.ts';
import type { Testimony } from './testimony.ts';

/** The product as the catalog knows it; all lists are empty for a product nobody described. */
export interface KnownAs {
  readonly services: readonly string[];
  readonly servicesKnown: boolean;
  readonly signers: readonly string[];
}

export function knownAs(rows: readonly AntivirusRow[]): KnownAs {
  return {
    services: rows.flatMap(({ services }) => services),
    servicesKnown: rows.length > 0 && rows.every(({ servicesKnown }) => servicesKnown),
    signers: rows.flatMap(({ signers }) => signers),
  };
}

/**
 * Whether the program that registered with Windows Security is the product's own. A row can be written by anybody
 * with administrator rights (es3n1n/defendnot, 2025, registers one from a program of Windows). Null when the row
 * names no program.
 */
export function fileTestimony(
  rows: readonly SecurityRow[],
  product: KnownAs,
  files: FileIndex,
): Testimony | null {
  const paths = rows
    .filter(({ list, path }) => list === 'securityCenter' && /\.exe$/i.test(path ?? ''))
    .map(({ path }) => path);
  if (paths.length === 0) return null;
  const source = 'programFile';
  const known = paths.map((path) => factFor(path, files));
  const owners = known.map((file) => ownership(file, product.signers));
  if (owners.some(({ own }) => own)) {
    return { source, answer: 'protects', says: message('protection.file.own') };
  }
  if (known.every((file) => file?.exists === false)) {
    return { source, answer: 'doesNotProtect', says: message('protection.file.gone') };
  }
  const why = owners[0]?.why ?? message('protection.program.notLooked');
  return { source, answer: 'unknown', says: message('protection.file.doubtful', { why }) };
}

/** Whether a service of the product runs from a program that carries the product's signature. */
export function serviceTestimony(
  rows: readonly SecurityRow[],
  product: KnownAs,
  inventory: Inventory,
  files: FileIndex,
): Testimony {
  const source = 'services';
  const named = namedServices(product, inventory);
  const running = named.filter(({ state }) => state === 'running');
  const judged = running.map(({ name, imageFile }) => ({
    name,
    ...ownership(factFor(imageFile, files), product.signers),
  }));
  const own = judged.find((each) => each.own);
  if (own) return { source, answer: 'protects', says: serviceRuns(own.name) };
  const inFolder = product.servicesKnown ? null : runningInFolder(rows, product, inventory, files);
  if (inFolder !== null) return { source, answer: 'protects', says: inFolder };
  const doubtful = judged[0];
  if (doubtful) {
    const { name, why } = doubtful;
    const says = message('protection.service.doubtful', { service: name, why });
    return { source, answer: 'unknown', says };
  }
  if (named.length > 0 && named.every(({ state }) => state === 'stopped')) {
    return { source, answer: 'doesNotProtect', says: message('protection.service.stopped') };
  }
  const says = isComplete(inventory.services)
    ? message('protection.service.noneSeen')
    : message('protection.service.unread');
  return { source, answer: 'unknown', says };
}

/** Services of a product by the names that the catalog has. */
export function namedServices(product: KnownAs, { services }: Inventory): readonly Service[] {
  const index = byName.get(services) ?? indexOf(services);
  return product.services.flatMap((name) => index.get(name.toLowerCase()) ?? []);
}

type Services = Inventory['services'];

/** Kept with the section: a machine has hundreds of services, and the catalog asks for a hundred names. */
const byName = new WeakMap<Services, ReadonlyMap<string, readonly Service[]>>();

function indexOf(services: Services): ReadonlyMap<string, readonly Service[]> {
  const index = Map.groupBy(services.items, ({ name }) => name.toLowerCase());
  byName.set(services, index);
  return index;
}

/** Where no service name is known: a service or process of the folder in which the registered program lies. */
function runningInFolder(
  rows: readonly SecurityRow[],
  product: KnownAs,
  { services, processes }: Inventory,
  files: FileIndex,
): Message | null {
  const folders = rows
    .filter(({ list, path }) => list === 'securityCenter' && path !== null)
    .filter(({ path }) => ownership(factFor(path, files), product.signers).own)
    .flatMap(({ path }) => productFolder(path ?? '') ?? []);
  const isInside = (path: string | null) =>
    folders.some((folder) => path?.toLowerCase().startsWith(folder) === true);
  const service = services.items.find(
    ({ state, kind, imageFile }) =>
      state === 'running' && kind === 'service' && isInside(imageFile),
  );
  if (service) return serviceRuns(service.name);
  const process = processes.items.find(({ path }) => isInside(path));
  return process ? message('protection.service.program', { program: process.name }) : null;
}

function serviceRuns(service: string): Message {
  return message('protection.service.runs', { service });
}

/** The folder below the program folder, in lower case; nothing of Windows and nothing that products share. */
function productFolder(path: string): string | null {
  const found = /^[a-z]:\\Program Files(?: \(x86\))?\\(?!Common Files\\|Windows )[^\\]+\\/i.exec(
    path,
  );
  return found === null || path.includes('..') ? null : found[0].toLowerCase();
}

interface Ownership {
  readonly own: boolean;
  /** What follows “the program”, when it is not; where it is, nobody asks. */
  readonly why: Message;
}

/** A valid signature by a signer of the product; for a product nobody described, by anybody but Microsoft. */
export function ownership(file: FileFact | undefined, signers: readonly string[]): Ownership {
  if (file === undefined) return { own: false, why: message('protection.program.notLooked') };
  if (!file.exists) return { own: false, why: message('protection.program.gone') };
  if (file.signature?.status !== 'valid')
    return { own: false, why: message('protection.program.unsigned') };
  const signer = file.signature.organization ?? file.signature.subject ?? '';
  const lower = signer.toLowerCase();
  const fits =
    signers.length > 0
      ? signers.some((word) => lower.includes(word.toLowerCase()))
      : lower !== '' && !/microsoft|kaspersky/.test(lower);
  const why =
    signer === ''
      ? message('protection.program.signedByNobody')
      : message('protection.program.signedBy', { signer });
  return { own: fits, why };
}

/** Windows keeps some paths with variables; they are looked up as written and as they usually expand. */
function factFor(path: string | null, files: FileIndex): FileFact | undefined {
  if (path === null) return undefined;
  const usual = path
    .replace(/^%ProgramFiles%/i, 'C:\\Program Files')
    .replace(/^%ProgramFiles\(x86\)%/i, 'C:\\Program Files (x86)')
    .replace(/^%ProgramData%/i, 'C:\\ProgramData');
  return files.get(path) ?? files.get(usual);
}
