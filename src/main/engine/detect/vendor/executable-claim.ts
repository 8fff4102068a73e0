import type { Executable } from '../../../../shared/domain/inventory/executables.ts';
import { vendorNameKind } from './vendor-name.ts';

/**
 * Why a program is taken for the vendor's: a `valid` signature of the vendor; its name as the maker in a program that
 * Microsoft `certified`, that somebody else signed (`resigned`), that is `unsigned`, whose signature the system `refused`,
 * could not judge (`unknown`) or was `notChecked`.
 */
export type ClaimKind =
  | 'valid'
  | 'certified'
  | 'resigned'
  | 'unsigned'
  | 'refused'
  | 'unknown'
  | 'notChecked';

export interface Claim {
  readonly kind: ClaimKind;
  /** The vendor by the name that stands there. */
  readonly maker: string;
  /** Who signed it where that is somebody else. */
  readonly signer: string | null;
}

/**
 * Null for a program of somebody else. Whole names of the vendor count, never a mention of it; and what the system says of a
 * signature decides over what the file claims.
 */
export function claimOf({ companyName, signature, signer }: Executable): Claim | null {
  const isMakers = vendorNameKind(companyName) === 'vendor';
  const { status = null, organization = null } = signature ?? {};
  if (status === 'valid') {
    if (isVendor(organization)) return claim('valid', organization);
    const kind = organization === 'Microsoft Corporation' ? 'certified' : 'resigned';
    return isMakers ? claim(kind, companyName, organization) : null;
  }
  // Whose signature it is that nobody accepts, nobody knows.
  const named = status === null || status === 'unknown' ? (signer?.organization ?? null) : null;
  const maker = isMakers ? companyName : named;
  return isVendor(maker) ? claim(kindOf[status ?? 'none'], maker) : null;
}

const kindOf = {
  none: 'notChecked',
  unknown: 'unknown',
  unsigned: 'unsigned',
  invalid: 'refused',
  untrusted: 'refused',
} as const;

function isVendor(name: string | null): name is string {
  return vendorNameKind(name) === 'vendor';
}

function claim(kind: ClaimKind, maker: string | null, signer: string | null = null): Claim {
  return { kind, maker: maker ?? '', signer };
}
