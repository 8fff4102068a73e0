import type { InstallerProduct } from '../../../shared/domain/inventory/installer-products.ts';
import type { Program } from '../../../shared/domain/inventory/programs.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import type { ProductRow } from '../../catalog/products/product-row.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { parseCommandLine } from '../../../shared/windows/command-line.ts';
import {
  codeOfProgram,
  isOnePersons,
  proveFile,
  proveProductCode,
  type Proof,
  type ProofBase,
} from './prove.ts';
import type { EnvironmentKey } from './environment-keys.ts';
import {
  isTitle,
  rowByCode,
  rowByFolder,
  rowByLine,
  rowByName,
  rowByTitleFolder,
  rowOfInstaller,
  type RowMatch,
} from './vendor/matchers.ts';
import { ranks, sign, type Sign } from './sign.ts';
import { productFolderOf, type ProductFolder } from './vendor/vendor-place.ts';
import { vendorNameKind, type VendorNameKind } from './vendor/vendor-name.ts';

/** Signs that register a product: entries of programs, Windows Installer, environment keys. */
export function registrationSigns(base: ProofBase): Sign[] {
  return [
    ...[...base.products].flatMap(([code, items]) =>
      items.flatMap((item) => productSign(item, code, base)),
    ),
    ...[...base.programs.values()].flat().flatMap((program) => programSign(program, base)),
    ...base.environment.map((key) => environmentSign(key, base)),
  ];
}

/** Products of others that are named all the same: bundles with the engine inside, and the successor. */
function isOtherVendors(match: RowMatch | null): boolean {
  return match?.row.family === 'embeddedEngine' || match?.row.family === 'successor';
}

function productSign(product: InstallerProduct, code: string, base: ProofBase): Sign[] {
  const kind = vendorNameKind(product.publisher);
  const match = rowByName(product.name);
  const others = isOtherVendors(match);
  const vouched = base.environment.some((key) => key.productCode === code);
  if (!others && kind === 'foreign') return [];
  const folder = productFolderOf(product.installLocation);
  const named = match !== null && (folder !== null || isTitle(product.name));
  const known = rowOfInstaller(code, product.upgradeCode);
  if (!others && kind !== 'vendor' && !named && known === null && !vouched) return [];
  const proof = others || isOnePersons(product) ? null : proveProductCode(code, base);
  return [
    sign({
      evidence: {
        kind: 'installerProduct',
        ref: product.productCode,
        says: listedBy('installerProduct', product.name, product.publisher),
        strength: proof?.proven ? 'proof' : strengthOf(kind, match, vouched),
      },
      presence: 'installed',
      code,
      folder: folder?.key ?? null,
      ...productOf(known, folder, match),
      name: product.name,
      version: product.version,
      proves: proof?.proven ?? false,
      ...whose(product, code),
    }),
  ];
}

/** The code of a person's own copy would mean the product of the machine as well. */
function whose(product: InstallerProduct, code: string): Pick<Sign, 'part' | 'person'> {
  return isOnePersons(product)
    ? { part: null, person: product.userSid ?? '' }
    : { part: { list: 'productCodes', value: code }, person: null };
}

function programSign(program: Program, base: ProofBase): Sign[] {
  const code = codeOfProgram(program);
  const match = rowByName(program.displayName);
  const vouched = code !== '' && base.environment.some((key) => key.productCode === code);
  const file = uninstallerOf(program);
  if (!isOurs({ program, match, code, vouched, file }, base)) return [];
  const kind = vendorNameKind(program.publisher);
  // What a person writes about a program proves nothing.
  const isSeparate = code === '' && !isOtherVendors(match) && program.scope !== 'user';
  const proves = isSeparate && proveProgram(program, file, base).proven;
  const folder = productFolderOf(program.installLocation) ?? productFolderOf(file);
  return [
    sign({
      evidence: {
        kind: 'program',
        ref: program.key,
        says: listedBy('program', program.displayName ?? program.keyName, program.publisher),
        strength: proves ? 'proof' : strengthOf(kind, match, vouched),
      },
      presence: isBacked(program, code, file, base) ? 'installed' : 'unbacked',
      code: code === '' ? null : code,
      folder: folder?.key ?? null,
      ...productOf(rowByCode(code), folder, match),
      name: program.displayName,
      version: program.displayVersion,
      sameAs: textOf(program),
      part: { list: 'programs', value: program.key },
      proves,
      person: program.scope === 'user' ? (program.userSid ?? '') : null,
    }),
  ];
}

/** Whoever has no rights can write an entry of their own; it stays what it says. */
function isBacked(
  program: Program,
  code: string,
  file: string | null,
  { inventory, files, products }: ProofBase,
): boolean {
  if (program.scope === 'user') return true;
  if (code === '') return file === null || files.get(file)?.exists !== false;
  return !isComplete(inventory.installerProducts) || products.has(code);
}

function textOf(program: Program): string {
  const command = program.uninstallString ?? program.keyName;
  return `${program.displayName ?? ''}\n${command}`.toLowerCase();
}

interface Candidate {
  readonly program: Program;
  readonly match: RowMatch | null;
  readonly code: string;
  readonly vouched: boolean;
  readonly file: string | null;
}

/**
 * Without a maker a name is a sign only when it is the whole title of a product, or when the product lies in a folder
 * of the vendor; a mere mention of the vendor is none.
 */
function isOurs({ program, match, code, vouched, file }: Candidate, base: ProofBase): boolean {
  if (isOtherVendors(match)) return true;
  const kind = vendorNameKind(program.publisher);
  if (kind === 'foreign') return false;
  if (kind === 'vendor') return true;
  if (base.files.ownerOf(file) === 'foreign') return false;
  if (vouched || rowByCode(code) !== null) return true;
  const inFolder = productFolderOf(program.installLocation) ?? productFolderOf(file);
  return match !== null && (inFolder !== null || isTitle(program.displayName));
}

/** What Windows Installer knows has a sign of its own; alone, the key is believed where nobody looked at its folder. */
function isOutOfSight(root: string | null, folder: ProductFolder | null): boolean {
  return root !== null && folder === null;
}

function environmentSign(key: EnvironmentKey, base: ProofBase): Sign {
  const proof = key.productCode === null ? null : proveProductCode(key.productCode, base);
  const folder = productFolderOf(key.productRoot);
  return sign({
    evidence: {
      kind: 'environmentKey',
      ref: key.key,
      says: message('evidence.environmentKey.installed', {
        line: key.line,
        name: key.productName ?? unnamed,
      }),
      strength: proof?.proven ? 'proof' : 'support',
    },
    presence: isOutOfSight(key.productRoot, folder) ? 'installed' : 'unbacked',
    code: key.productCode,
    line: key.line,
    folder: folder?.key ?? null,
    ...productOf(rowByCode(key.productCode ?? ''), folder, rowByName(key.productName), key.line),
    name: key.productName,
    version: key.productVersion,
    part: { list: 'vendorKeys', value: key.key },
    proves: proof?.proven ?? false,
  });
}

function productOf(
  known: ProductRow | null,
  folder: ProductFolder | null,
  byName: RowMatch | null,
  line?: string,
): Pick<Sign, 'productId' | 'rank' | 'identifies'> {
  const byTitle = folder && rowByTitleFolder(folder.name);
  const byLine = line === undefined ? null : rowByLine(line);
  if (known) return { productId: known.id, rank: ranks.code, identifies: true };
  if (byTitle?.row.folderDecides) return namedBy(byTitle, ranks.decidingFolder);
  if (byName) return namedBy(byName, ranks.name);
  if (byTitle) return namedBy(byTitle, ranks.folder);
  if (byLine) return namedBy(byLine, ranks.line);
  const byFolder = folder && rowByFolder(folder.name);
  return byFolder
    ? namedBy(byFolder, ranks.guess)
    : { productId: null, rank: ranks.none, identifies: false };
}

function namedBy(
  { row, identifies }: RowMatch,
  rank: number,
): Pick<Sign, 'productId' | 'rank' | 'identifies'> {
  return { productId: row.id, rank, identifies };
}

/** Its uninstaller or its folder; a foreign uninstaller refutes both. Whether that one may run is asked later. */
function proveProgram(program: Program, file: string | null, base: ProofBase): Proof {
  const byFile = proveFile(file, program.publisher, base);
  if (byFile.proven || base.files.ownerOf(file) === 'foreign') return byFile;
  return proveFile(program.installLocation, program.publisher, base);
}

/** The program an uninstall string starts, when it is one of the product's own. */
function uninstallerOf(program: Program): string | null {
  const text = program.uninstallString ?? program.quietUninstallString;
  const parsed = text === null ? null : parseCommandLine(text);
  return parsed?.ok && /^[a-z]:\\/i.test(parsed.program) ? parsed.program : null;
}

function strengthOf(
  kind: VendorNameKind,
  match: RowMatch | null,
  vouched: boolean,
): 'support' | 'hint' {
  if (isOtherVendors(match)) return 'hint';
  return kind === 'vendor' || vouched ? 'support' : 'hint';
}

const unnamed = message('evidence.unnamedProduct');

function listedBy(
  list: 'installerProduct' | 'program',
  known: string | null,
  publisher: string | null,
): Message {
  const name = known ?? unnamed;
  return publisher === null || publisher.trim() === ''
    ? message(`evidence.${list}.listed`, { name })
    : message(`evidence.${list}.published`, { name, publisher });
}
