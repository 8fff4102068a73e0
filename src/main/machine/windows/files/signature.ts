import type { Signature } from '../../../../shared/domain/inventory/files.ts';
import type { Chain } from './certificate-chain.ts';
import { mayBeFetched } from './root-list.ts';
import { askForRoot, findSigner, type Signer } from './signer.ts';
import { verifyByCatalog, verifyFile, type CatalogResult, type Verified } from './verify-trust.ts';

/** What Windows is asked about a signature. */
export interface TrustCalls {
  readonly verifyFile: (path: string) => Promise<Verified>;
  readonly verifyByCatalog: (path: string) => Promise<CatalogResult>;
  readonly findSigner: (path: string, at: Buffer | null) => Signer | null;
  /** Whether it was asked now, and the signature can be looked at once more. */
  readonly askForRoot: (path: string) => Promise<boolean>;
  readonly mayBeFetched: (root: Buffer | null) => boolean;
}

const windows: TrustCalls = { verifyFile, verifyByCatalog, findSigner, askForRoot, mayBeFetched };

/**
 * What is known of the Authenticode signature of an existing file, embedded or in a catalogue of Windows. Revocation is not
 * asked about, so a certificate revoked lately may still count as valid; the network is asked for a missing root alone, and once.
 */
export async function readSignature(path: string, calls = windows): Promise<Signature> {
  const first = await calls.verifyFile(path);
  if (first.code === trust.noSignature) return await readCatalog(path, first.code, calls);
  const isAskedFor = lacksRoot.has(first.code) && (await calls.askForRoot(path));
  const { code, at } = isAskedFor ? await calls.verifyFile(path) : first;
  return describe(code, calls.findSigner(path, at), calls);
}

async function readCatalog(path: string, code: number, calls: TrustCalls): Promise<Signature> {
  const catalog = await calls.verifyByCatalog(path);
  if (catalog.found)
    return describe(catalog.code, calls.findSigner(catalog.file, catalog.at), calls);
  const status = catalog.searched ? 'unsigned' : 'unknown';
  return { status, subject: null, organization: null, issuer: null, code };
}

/** Results of `WinVerifyTrust`. Source: Microsoft, Windows SDK header `winerror.h`. */
const trust = {
  valid: 0,
  noSignature: 0x800b0100,
  /** CERT_E_UNTRUSTEDROOT. */
  untrustedRoot: 0x800b0109,
  /** CERT_E_CHAINING: a part of the chain is not on this computer. */
  incomplete: 0x800b010a,
} as const;

/** Windows fetches most roots at their first use, and here it was kept from it. */
const lacksRoot: ReadonlySet<number> = new Set([trust.untrustedRoot, trust.incomplete]);

const statusOfCode: Readonly<Record<number, Signature['status']>> = {
  [trust.valid]: 'valid',
  [trust.noSignature]: 'unsigned',
  /** TRUST_E_SUBJECT_FORM_UNKNOWN: a kind of file that cannot carry a signature. */
  0x800b0003: 'unsigned',
  /** TRUST_E_BAD_DIGEST: the file was changed after it was signed. */
  0x80096010: 'invalid',
  [trust.incomplete]: 'unknown',
  [trust.untrustedRoot]: 'untrusted',
  /** TRUST_E_SUBJECT_NOT_TRUSTED, CERT_E_EXPIRED, CERT_E_REVOKED, */
  0x800b0004: 'untrusted',
  0x800b0101: 'untrusted',
  0x800b010c: 'untrusted',
  /** TRUST_E_EXPLICIT_DISTRUST, CRYPT_E_SECURITY_SETTINGS. */
  0x800b0111: 'untrusted',
  0x80092026: 'untrusted',
};

/**
 * A good digest counts only together with a chain that ends at a root this computer trusts. A root that Windows would trust if it
 * could fetch it is not known, and not untrusted.
 */
function describe(
  code: number,
  signer: Signer | null,
  { mayBeFetched: may }: TrustCalls,
): Signature {
  const { subject = null, organization = null, issuer = null } = signer ?? {};
  const isOpen = code === trust.untrustedRoot && may(signer?.chain.end ?? null);
  const claimed = isOpen ? 'unknown' : (statusOfCode[code] ?? 'unknown');
  return { status: withChain(claimed, signer), subject, organization, issuer, code };
}

const statusOfChain = {
  trusted: 'valid',
  untrusted: 'untrusted',
  incomplete: 'unknown',
} as const satisfies Record<Chain['state'], Signature['status']>;

function withChain(claimed: Signature['status'], signer: Signer | null): Signature['status'] {
  if (claimed !== 'valid') return claimed;
  return signer === null ? 'unknown' : statusOfChain[signer.chain.state];
}
