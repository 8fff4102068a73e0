import { vendorFolderNames } from '../../../catalog/places.ts';

/** A folder directly below a folder of the vendor; `key` is how two of them are compared. */
export interface ProductFolder {
  readonly path: string;
  readonly name: string;
  readonly key: string;
}

const names = vendorFolderNames.map((name) => name.replace(/ /g, ' ')).join('|');
const productFolder = new RegExp(
  `^((?:[a-z]:|\\\\\\\\\\?\\\\[a-z]:).*?\\\\(?:${names}))\\\\([^\\\\]+)`,
  'i',
);
const vendorFolder = new RegExp(`\\\\(?:${names})(?:\\\\|$)`, 'i');
const programsFolder = new RegExp(
  `^[a-z]:\\\\Program Files(?: \\(x86\\))?\\\\(?:${names})\\\\[^\\\\]+\\\\`,
  'i',
);
const driversFolder = /^[a-z]:\\[^\\]+\\System32\\drivers\\/i;

/**
 * The product folder a path lies in, or null. Whole names of folders count, so that `Kaspersky Lab Fans` is
 * not the vendor's; a path with `..` belongs nowhere.
 */
export function productFolderOf(path: string | null): ProductFolder | null {
  if (path === null || !/kaspersky/i.test(path) || hasDots(path)) return null;
  const found = productFolder.exec(path);
  if (!found) return null;
  const [whole, , name = ''] = found;
  return { path: whole, name, key: whole.toLowerCase() };
}

/** True for a folder of the vendor and whatever lies in one. */
export function isInVendorFolder(path: string): boolean {
  return vendorFolder.test(path) && !hasDots(path);
}

/** True below `Program Files`, where only administrators may write, in a folder of the vendor. */
export function isInProtectedVendorFolder(path: string): boolean {
  return programsFolder.test(path) && !hasDots(path);
}

/** True for the vendor's folder below `Program Files` in the short names of old products: a sign, and proof of nothing. */
export function isShortVendorPath(path: string): boolean {
  return /^[a-z]:\\progra~\d\\kasper~\d\\/i.test(path) && !hasDots(path);
}

/** True in the folder where Windows keeps drivers. */
export function isInDriversFolder(path: string): boolean {
  return driversFolder.test(path) && !hasDots(path);
}

function hasDots(path: string): boolean {
  return /(?:^|[\\/])\.\.?(?:[\\/]|$)/.test(path);
}
