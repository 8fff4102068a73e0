import { promisify } from 'node:util';
import { crypt32 } from '../ffi/crypt32.ts';
import { bytesAt, pointerAt, type Pointer } from '../ffi/library.ts';

/** How far the certificate of a signer leads. */
export interface Chain {
  /** Whether it ends at a root that this computer trusts; a part of it may be missing on this computer. */
  readonly state: 'trusted' | 'untrusted' | 'incomplete';
  /** SHA-1 of the certificate where it ends; null where that is not known. */
  readonly end: Buffer | null;
}

/**
 * Signs of an untrusted chain: bad signature, wrong usage, untrusted root, revoked, explicit distrust.
 * Not among them is an expired certificate: a countersigned date makes up for it, which WinVerifyTrust judges.
 * Source: Microsoft, Windows SDK header `wincrypt.h`, `CERT_TRUST_*`.
 */
const untrusted = 0x4 | 0x8 | 0x10 | 0x20 | 0x4000000;
const partial = 0x10000;

/**
 * `HCCE_LOCAL_MACHINE`: roots that only this account trusts do not count, because any program of the person may put one
 * there.
 */
const machineRoots = 1n;

/** Looks nothing up on the network. */
const cacheOnly = 0x4;
/** Never asks an address that stands in the certificate: whoever made the file chose it. Windows' own list stays. */
const noIssuerAddresses = 0x2000;
/** Milliseconds for one answer; Windows needs two, its list and the root. */
const answerLimit = 5_000;

/** `CERT_CHAIN_PARA` with its extra fields, of which only `dwUrlRetrievalTimeout` is set. */
function parameters(timeout = 0): Buffer {
  const bytes = Buffer.alloc(96);
  bytes.writeUInt32LE(bytes.length, 0);
  bytes.writeUInt32LE(timeout, 56);
  return bytes;
}

/**
 * WinVerifyTrust alone does not suffice: under Wine it accepts a root that nobody trusts, and on Windows one that only this
 * account trusts. `at` is the time as of which Windows judged the signature, a FILETIME; null for now.
 */
export function chainOf(certificate: bigint, store: bigint, at: Buffer | null): Chain {
  const { CertGetCertificateChain, CertFreeCertificateChain } = crypt32();
  const chain = new BigUint64Array(1);
  const built = CertGetCertificateChain(
    machineRoots,
    certificate,
    at,
    store,
    parameters(),
    cacheOnly,
    null,
    chain,
  );
  const pointer = chain[0] ?? 0n;
  if (built === 0 || pointer === 0n) return { state: 'untrusted', end: null };
  try {
    return { state: stateOf(pointer), end: endOf(pointer) };
  } finally {
    CertFreeCertificateChain(pointer);
  }
}

/** CERT_CHAIN_CONTEXT: cbSize, then CERT_TRUST_STATUS with dwErrorStatus first. */
function stateOf(chain: bigint): Chain['state'] {
  const errors = bytesAt(chain, 8).readUInt32LE(4);
  if ((errors & untrusted) !== 0) return 'untrusted';
  return (errors & partial) === 0 ? 'trusted' : 'incomplete';
}

const sha1Property = 3;

/**
 * The last certificate of the first simple chain. CERT_CHAIN_CONTEXT and CERT_SIMPLE_CHAIN both have their number at 12 and
 * their list at 16, CERT_CHAIN_ELEMENT its certificate at 8. Source: Microsoft, Windows SDK header `wincrypt.h`.
 */
function endOf(chain: bigint): Buffer | null {
  const simple = inside(inside(chain, 16), 0);
  const count = simple === null ? 0 : bytesAt(simple + 12n, 4).readUInt32LE(0);
  const certificate = count === 0 ? null : inside(inside(inside(simple, 16), 8 * (count - 1)), 8);
  if (certificate === null) return null;
  const hash = Buffer.alloc(20);
  const size = new Uint32Array([hash.length]);
  const { CertGetCertificateContextProperty } = crypt32();
  return CertGetCertificateContextProperty(certificate, sha1Property, hash, size) === 0
    ? null
    : hash;
}

function inside(pointer: Pointer, offset: number): Pointer {
  return pointer === null ? null : pointerAt(pointer, offset);
}

/**
 * Lets Windows fetch the root of a chain, as it does at the first use of most: from Windows Update or from where a policy says, and
 * not at all where a policy forbids it. In a background thread.
 */
export async function fetchRoot(certificate: bigint, store: bigint): Promise<void> {
  const { CertGetCertificateChain, CertFreeCertificateChain } = crypt32();
  const chain = new BigUint64Array(1);
  const asked = parameters(answerLimit);
  const build = promisify(CertGetCertificateChain.async);
  await build(machineRoots, certificate, null, store, asked, noIssuerAddresses, null, chain);
  if (chain[0] !== undefined && chain[0] !== 0n) CertFreeCertificateChain(chain[0]);
}
