import type { InstallerProduct } from '../../../shared/domain/inventory/installer-products.ts';
import type { ProofBase } from './prove.ts';
import type { FileOwner } from './vendor/file-index.ts';
import { productFolderOf, type ProductFolder } from './vendor/vendor-place.ts';
import { vendorNameKind } from './vendor/vendor-name.ts';

/** What the place of a file says. `own`: in a folder of the vendor, or below a root that a product registered. */
export interface Place {
  readonly folder: ProductFolder | null;
  readonly own: boolean;
  readonly owner: FileOwner;
}

export type Look = (path: string | null) => Place;

/** Looks at the places of files on one machine. */
export function lookOn(base: ProofBase): Look {
  const roots = [
    ...base.environment.map((key) => key.productRoot),
    ...[...base.products.values()].flat().map(ownFolder),
  ].flatMap(rootOf);
  return (path) => {
    const folder = productFolderOf(path);
    const owner = base.files.ownerOf(path);
    if (folder !== null) return { folder, own: true, owner };
    const lower = path?.toLowerCase() ?? '';
    return { folder, own: roots.some((root) => lower.startsWith(root)), owner };
  };
}

/** Where Windows Installer put a product of the vendor for everybody. */
function ownFolder({ publisher, context, installLocation }: InstallerProduct): string | null {
  const isVendors = vendorNameKind(publisher) === 'vendor' && context === 'machine';
  return isVendors ? installLocation : null;
}

/** A drive alone is no root: everything would lie below it. */
function rootOf(path: string | null): string[] {
  const trimmed = path?.replace(/\\+$/, '').toLowerCase() ?? '';
  return /^[a-z]:\\[^\\]/.test(trimmed) ? [`${trimmed}\\`] : [];
}
