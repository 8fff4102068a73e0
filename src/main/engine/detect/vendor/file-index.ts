import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { FileFact } from '../../../../shared/domain/inventory/files.ts';
import { oncePer } from '../../../../shared/domain/once.ts';
import { vendorNameKind } from './vendor-name.ts';

/**
 * Whose a file is: `vendor` (a valid signature of the vendor, or its company name without any signature that
 * says otherwise), `foreign` (somebody else's), `unknown`.
 */
export type FileOwner = 'vendor' | 'foreign' | 'unknown';

/** What an inventory knows about executables, by path without regard to case. */
export interface FileIndex {
  get(path: string | null): FileFact | undefined;
  ownerOf(path: string | null): FileOwner;
  /** True when a valid signature of the vendor stands behind the file. */
  isSignedByVendor(path: string | null): boolean;
}

export const fileIndex = oncePer((inventory: Inventory): FileIndex => {
  const files = new Map<string, FileFact>();
  for (const file of inventory.files.items) {
    const key = file.path.toLowerCase();
    const known = files.get(key);
    files.set(key, known ? doubtful(known, file) : file);
  }
  const get = (path: string | null) => (path === null ? undefined : files.get(path.toLowerCase()));
  return {
    get,
    ownerOf: (path) => ownerOf(get(path)),
    isSignedByVendor: (path) => signerOf(get(path)) === 'vendor',
  };
});

/** Two statements about one file: neither is believed about whose it is. */
function doubtful(one: FileFact, other: FileFact): FileFact {
  return {
    path: one.path.toLowerCase(),
    exists: one.exists && other.exists,
    size: null,
    companyName: null,
    productName: null,
    fileVersion: null,
    signature: null,
  };
}

function ownerOf(file: FileFact | undefined): FileOwner {
  if (!file) return 'unknown';
  const signer = signerOf(file);
  if (signer !== null) return signer;
  // An altered or untrusted signature is no proof, whatever the version information claims.
  const status = file.signature?.status;
  if (status === 'invalid' || status === 'untrusted') return 'unknown';
  const company = vendorNameKind(file.companyName);
  return company === 'vendor' || company === 'foreign' ? company : 'unknown';
}

function signerOf(file: FileFact | undefined): 'vendor' | 'foreign' | null {
  if (file?.signature?.status !== 'valid') return null;
  const kind = vendorNameKind(file.signature.organization);
  return kind === 'vendor' || kind === 'foreign' ? kind : null;
}
