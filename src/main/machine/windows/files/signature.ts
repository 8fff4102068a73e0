import type { Signature } from '../../../../shared/domain/inventory/files.ts';
import { findSigner, type Signer } from './signer.ts';
import { verifyByCatalog, verifyFile } from './verify-trust.ts';

/**
 * What is known of the Authenticode signature of an existing file, embedded or in a catalogue of Windows. Nothing is
 * fetched from the network, so a certificate revoked lately may still count as valid.
 */
export async function readSignature(path: string): Promise<Signature> {
  const code = await verifyFile(path);
  if (code !== trust.noSignature) return describe(code, findSigner(path));
  const catalog = await verifyByCatalog(path);
  if (catalog.found) return describe(catalog.code, findSigner(catalog.file));
  const status = catalog.searched ? 'unsigned' : 'unknown';
  return { status, subject: null, organization: null, issuer: null, code };
}

/** Results of `WinVerifyTrust`. Source: Microsoft, Windows SDK header `winerror.h`. */
const trust = {
  valid: 0,
  noSignature: 0x800b0100,
} as const;

const statusOfCode: Readonly<Record<number, Signature['status']>> = {
  [trust.valid]: 'valid',
  [trust.noSignature]: 'unsigned',
  /** TRUST_E_SUBJECT_FORM_UNKNOWN: a kind of file that cannot carry a signature. */
  0x800b0003: 'unsigned',
  /** TRUST_E_BAD_DIGEST: the file was changed after it was signed. */
  0x80096010: 'invalid',
  /**
   * CERT_E_CHAINING: a part of the chain is not on this computer. Windows fetches many of them at their first use, and the
   * network is not asked.
   */
  0x800b010a: 'unknown',
  /** TRUST_E_SUBJECT_NOT_TRUSTED, CERT_E_EXPIRED, CERT_E_UNTRUSTEDROOT, CERT_E_REVOKED, */
  0x800b0004: 'untrusted',
  0x800b0101: 'untrusted',
  0x800b0109: 'untrusted',
  0x800b010c: 'untrusted',
  /** TRUST_E_EXPLICIT_DISTRUST, CRYPT_E_SECURITY_SETTINGS. */
  0x800b0111: 'untrusted',
  0x80092026: 'untrusted',
};

/** A good digest counts only together with a chain that ends at a root this computer trusts. */
function describe(code: number, signer: Signer | null): Signature {
  const claimed = statusOfCode[code] ?? 'unknown';
  const { subject = null, organization = null, issuer = null } = signer ?? {};
  return { status: withChain(claimed, signer), subject, organization, issuer, code };
}

const statusOfChain = {
  trusted: 'valid',
  untrusted: 'untrusted',
  incomplete: 'unknown',
} as const satisfies Record<Signer['chain'], Signature['status']>;

function withChain(claimed: Signature['status'], signer: Signer | null): Signature['status'] {
  if (claimed !== 'valid') return claimed;
  return signer === null ? 'unknown' : statusOfChain[signer.chain];
}
