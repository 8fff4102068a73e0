import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { VendorFolder } from '../../../shared/domain/inventory/vendor-folders.ts';
import { message } from '../../../shared/domain/message.ts';
import { lineKeys, type LineKey } from './environment-keys.ts';
import {
  lineOfFolder,
  productOfData,
  productOfExtraFolder,
  rowByFolder,
  rowByLine,
  rowByName,
} from './vendor/matchers.ts';
import { folderEvidence, guessedTies, sign, type Sign } from './sign.ts';
import {
  isInProtectedVendorFolder,
  productFolderOf,
  type ProductFolder,
} from './vendor/vendor-place.ts';

/** Signs a product leaves in the registry and on the disk, whether it is still there or not. */
export function traceSigns(inventory: Inventory): Sign[] {
  return [
    ...lineKeys(inventory)
      // The environment key of the machine is a registration, and that says more.
      .filter((line) => line.root !== 'HKLM' || !line.hasEnvironment)
      .map(lineSign),
    ...inventory.vendorFolders.items.flatMap(folderSigns),
  ];
}

function lineSign({ root, line, key }: LineKey): Sign {
  const productId = rowByLine(line)?.row.id ?? null;
  const whose = root === 'HKLM' ? 'machine' : 'person';
  return sign({
    evidence: {
      kind: 'vendorKey',
      ref: key,
      says: message(`evidence.vendorKey.${whose}`, { line }),
      strength: 'support',
    },
    line,
    ...guessedTies(productId),
    part: { list: 'vendorKeys', value: key },
    person: root === 'HKLM' ? null : root.replace(/^HKU\\/i, ''),
  });
}

function folderSigns(folder: VendorFolder): Sign[] {
  const tool = productOfExtraFolder(folder.path);
  if (tool !== null) return [toolSign(folder.path, tool)];
  return [...[...productFoldersIn(folder).values()].map(folderSign), ...dataSigns(folder)];
}

/** The product folders that a listing shows: its own, or those directly below it. */
function productFoldersIn(folder: VendorFolder): Map<string, ProductFolder> {
  const own = productFolderOf(folder.path);
  if (own !== null) return new Map([[own.key, own]]);
  const children = new Set<string>();
  let above = '\0';
  for (const { path, kind } of folder.entries) {
    // Most entries lie below the one before them.
    if (path.startsWith(above)) continue;
    const end = path.indexOf('\\', folder.path.length + 1);
    if (end < 0 && kind === 'file') continue;
    const child = end < 0 ? path : path.slice(0, end);
    children.add(child);
    above = `${child}\\`;
  }
  const places = [...children].flatMap((path) => productFolderOf(path) ?? []);
  return new Map(places.map((place) => [place.key, place]));
}

function folderSign({ path, name, key }: ProductFolder): Sign {
  const match = rowByFolder(name);
  const product = match ?? (bearsProductName(path, name) ? rowByName(name) : null);
  return sign({
    evidence: folderEvidence(path, match?.confirmed ? 'support' : 'hint'),
    line: lineOfFolder(name),
    folder: key,
    ...guessedTies(product?.row.id ?? (bearsProductName(path, name) ? 'kaspersky-other' : null)),
    part: { list: 'folders', value: path },
  });
}

/** A folder of programs that no row knows, or that somebody renamed, is a product's; data lies under all sorts of names. */
function bearsProductName(path: string, name: string): boolean {
  return /^Kaspersky\s/i.test(name) && isInProtectedVendorFolder(`${path}\\`);
}

/** Several products keep data below one folder. */
function dataSigns({ path, entries }: VendorFolder): Sign[] {
  const products = new Map<string, string>();
  const note = (place: string) => {
    const product = productOfData(place);
    if (product !== null) products.set(product, place);
  };
  // The last one stays, so that the folder itself is told and not what lies in it.
  for (const entry of entries.toReversed()) note(entry.path);
  note(path);
  return [...products].map(([productId, ref]) =>
    sign({ evidence: folderEvidence(ref), ...guessedTies(productId) }),
  );
}

function toolSign(path: string, productId: string): Sign {
  return sign({
    evidence: folderEvidence(path),
    presence: 'portable',
    folder: path.toLowerCase(),
    productId,
    rank: 1,
    orphanOf: productId,
    part: { list: 'folders', value: path },
  });
}
