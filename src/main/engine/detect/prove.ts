import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { InstallerProduct } from '../../../shared/domain/inventory/installer-products.ts';
import type { Program } from '../../../shared/domain/inventory/programs.ts';
import type { Maker } from '../../../shared/domain/action.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { findProductCode, normaliseProductCode } from '../../../shared/windows/product-code.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { environmentKeys, type EnvironmentKey } from './environment-keys.ts';
import { fileIndex, type FileIndex } from './vendor/file-index.ts';
import { mentionsVendor, rowOfInstaller } from './vendor/matchers.ts';
import { isInDriversFolder, productFolderOf } from './vendor/vendor-place.ts';
import { vendorNameKind } from './vendor/vendor-name.ts';
import { nameOfPerson } from './who-trusts.ts';

/** An answer that says why. Only `proven` allows a removal. */
export interface Proof {
  readonly proven: boolean;
  readonly reason: Message;
}

/** Everything in an inventory that can prove or disprove something, found once. */
export interface ProofBase {
  readonly inventory: Inventory;
  readonly files: FileIndex;
  readonly environment: readonly EnvironmentKey[];
  /** Entries worth a closer look, by product code; the others by the empty text. */
  readonly programs: ReadonlyMap<string, readonly Program[]>;
  readonly products: ReadonlyMap<string, readonly InstallerProduct[]>;
}

/** Reads an inventory once for {@link proveProductCode} and {@link proveFile}; linear in its size. */
export function proofBase(inventory: Inventory): ProofBase {
  const environment = environmentKeys(inventory);
  const codes = new Set(environment.flatMap((key) => key.productCode ?? []));
  const programs = inventory.programs.items.map((item) => ({ item, code: codeOfProgram(item) }));
  const products = inventory.installerProducts.items.map((item) => ({
    item,
    code: normaliseProductCode(item.productCode) ?? '',
  }));
  for (const { item, code } of programs) if (code !== '' && isInteresting(item)) codes.add(code);
  for (const { item, code } of products)
    if (code !== '' && isKnownProduct(item, code)) codes.add(code);
  return {
    inventory,
    files: fileIndex(inventory),
    environment,
    programs: grouped(programs.filter(({ item, code }) => codes.has(code) || isInteresting(item))),
    products: grouped(products.filter(({ code }) => codes.has(code))),
  };
}

/**
 * The first half of the removal rule: Windows Installer knows the product code for the whole machine, and
 * the product is Kaspersky's by its publisher or by the vendor's own environment key. A foreign publisher
 * among what only administrators register refutes it. What a person without rights can write or install for themselves
 * proves nothing and refutes nothing: it could make any product one of Kaspersky's, or keep every product of Kaspersky's
 * from being removed. Only a copy with the same code of the very account that Cutover runs as forbids the removal:
 * Windows Installer would take that copy instead, with everything its person wrote about it.
 */
export function proveProductCode(code: string, base: ProofBase): Proof {
  const products = base.products.get(code) ?? [];
  const programs = base.programs.get(code) ?? [];
  const known = products.find(isForWholeMachine);
  if (!known) return notKnown(products, base);
  const entries = programs.filter(({ scope }) => scope !== 'user');
  const foreign = [...products.filter((each) => !isOnePersons(each)), ...entries].find(
    ({ publisher }) => vendorNameKind(publisher) === 'foreign',
  )?.publisher;
  if (foreign) return refuted(message('proof.foreignPublisher', { publisher: foreign }));
  const twin = twinOf(code, base);
  if (twin !== null) return refuted(twin);
  const named = [...products.filter(isForWholeMachine), ...entries].find(
    ({ publisher }) => vendorNameKind(publisher) === 'vendor',
  )?.publisher;
  if (named) return proven(message('proof.publisher', { publisher: named }));
  if (base.environment.some((key) => key.productCode === code)) {
    return proven(message('proof.vendorKey'));
  }
  return refuted(message('proof.nothingShown'));
}

/**
 * The second half: the path lies in a folder of the vendor (or the drivers folder of Windows), and signer,
 * company or publisher is Kaspersky. A file of somebody else refutes it.
 */
export function proveFile(path: string | null, publisher: string | null, base: ProofBase): Proof {
  const inPlace = path !== null && (productFolderOf(path) !== null || isInDriversFolder(path));
  if (!inPlace) return refuted(message('proof.elsewhere'));
  const owner = base.files.ownerOf(path);
  if (owner === 'foreign') return refuted(message('proof.foreignFile'));
  const kind = vendorNameKind(publisher);
  if (publisher !== null && kind === 'foreign')
    return refuted(message('proof.foreignPublisher', { publisher }));
  if (owner === 'vendor') return proven(message('proof.vendorFile'));
  if (publisher !== null && kind === 'vendor')
    return proven(message('proof.folderAndPublisher', { publisher }));
  return refuted(message('proof.unknownMaker'));
}

/**
 * Running a file asks for more than finding it. Its signature is valid and the vendor's; or it has none, and place, company
 * and publisher all say the vendor. One that is broken, not trusted, somebody else's or that nobody has looked at never
 * runs. Only where a source knows no files at all is this left to the computer itself, which looks again before it
 * starts anything.
 */
export function proveRunnable(path: string, publisher: string | null, base: ProofBase): Proof {
  const proof = proveFile(path, publisher, base);
  if (!proof.proven || knowsNoFiles(base.inventory)) return proof;
  const file = base.files.get(path);
  const status = file?.signature?.status ?? 'unknown';
  if (status === 'valid') {
    return base.files.isSignedByVendor(path) ? proof : refuted(message('uninstaller.foreign'));
  }
  if (status !== 'unsigned') return refuted(message(`uninstaller.signature.${status}`));
  const names = [file?.companyName ?? null, publisher];
  return names.every((name) => vendorNameKind(name) === 'vendor')
    ? proof
    : refuted(message('uninstaller.unsigned'));
}

/** Who made a file that {@link proveRunnable} lets run; null where a source knows no files. */
export function makerOf(path: string, { files }: ProofBase): Maker | null {
  const { signature = null, companyName = null } = files.get(path) ?? {};
  const signed = signature?.status === 'valid';
  const name = signed ? signature.organization : companyName;
  return name === null ? null : { signed, name };
}

function knowsNoFiles({ files }: Inventory): boolean {
  return (
    files.state === 'unreadable' && files.gaps.every(({ reason }) => reason === 'notCollected')
  );
}

/** The product code an entry of programs stands for, or the empty text. */
export function codeOfProgram(program: Program): string {
  const byName = program.keyName.includes('{') ? normaliseProductCode(program.keyName) : null;
  if (byName !== null) return byName;
  const text = program.uninstallString;
  return text !== null && /msiexec/i.test(text) ? (findProductCode(text) ?? '') : '';
}

function isInteresting(program: Program): boolean {
  return mentionsVendor(
    program.displayName,
    program.publisher,
    program.installLocation,
    program.uninstallString,
  );
}

function isKnownProduct(product: InstallerProduct, code: string): boolean {
  return (
    rowOfInstaller(code, product.upgradeCode) !== null ||
    mentionsVendor(product.name, product.publisher, product.installLocation)
  );
}

function isForWholeMachine(product: InstallerProduct): boolean {
  return product.state === 'installed' && !isOnePersons(product);
}

/** A person installed it for themselves, which needs no rights. */
export function isOnePersons({ context }: InstallerProduct): boolean {
  return context === 'userUnmanaged';
}

/**
 * Why a product of the machine is not to be removed by its code: the account that Cutover runs as, or somebody of whom
 * nobody knows whether that is they, has a copy with the same code. Null when nobody has.
 */
export function twinOf(code: string, { inventory, products }: ProofBase): Message | null {
  const { account } = inventory.machine;
  const twin = (products.get(code) ?? []).find(
    (each) =>
      isOnePersons(each) &&
      (account === undefined || each.userSid === null || isSame(each.userSid, account)),
  );
  if (twin === undefined) return null;
  return message('proof.personHasToo', { who: nameOfPerson(twin.userSid ?? '', inventory) });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function notKnown(products: readonly InstallerProduct[], base: ProofBase): Proof {
  if (products.length > 0) return refuted(message('proof.onePersonOnly'));
  return isComplete(base.inventory.installerProducts)
    ? refuted(message('proof.unknownProduct'))
    : refuted(message('proof.listUnread'));
}

function proven(reason: Message): Proof {
  return { proven: true, reason };
}

function refuted(reason: Message): Proof {
  return { proven: false, reason };
}

function grouped<T>(entries: readonly { item: T; code: string }[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { item, code } of entries) {
    const group = groups.get(code);
    if (group) group.push(item);
    else groups.set(code, [item]);
  }
  return groups;
}
