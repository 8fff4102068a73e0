import { crypt32 } from '../ffi/crypt32.ts';
import { bytesAt } from '../ffi/library.ts';
import { fromWide, toWide } from '../ffi/wide-string.ts';

/** Whose certificate signed a file. The names are only as good as the chain. */
export interface Signer {
  readonly subject: string | null;
  readonly organization: string | null;
  readonly issuer: string | null;
  /** Whether the chain ends at a root that this computer trusts; a part of it may be missing on this computer. */
  readonly chain: 'trusted' | 'untrusted' | 'incomplete';
}

const objectIsFile = 1;
const anySignedContent = 0x400 | 0x100;
const binaryFormat = 2;

/** The first signer of a signed program or catalogue; null where none can be found. */
export function findSigner(path: string): Signer | null {
  const api = crypt32();
  const [store, message] = [new BigUint64Array(1), new BigUint64Array(1)];
  const name = toWide(path);
  const found = api.CryptQueryObject(
    objectIsFile,
    name,
    anySignedContent,
    binaryFormat,
    0,
    null,
    null,
    null,
    store,
    message,
    null,
  );
  if (found === 0) return null;
  try {
    return signerIn(store[0] ?? 0n, message[0] ?? 0n);
  } finally {
    api.CryptMsgClose(message[0] ?? 0n);
    api.CertCloseStore(store[0] ?? 0n, 0);
  }
}

const signerCertificateInfo = 7;
const anyEncoding = 0x10001;
const findSubjectCertificate = 0xb0000;

function signerIn(store: bigint, message: bigint): Signer | null {
  const api = crypt32();
  const size = new Uint32Array(1);
  if (api.CryptMsgGetParam(message, signerCertificateInfo, 0, null, size) === 0) return null;
  const wanted = Buffer.alloc(size[0] ?? 0);
  if (api.CryptMsgGetParam(message, signerCertificateInfo, 0, wanted, size) === 0) return null;
  const found = api.CertFindCertificateInStore(
    store,
    anyEncoding,
    0,
    findSubjectCertificate,
    wanted,
    null,
  );
  if (found === null) return null;
  try {
    return describe(found, store);
  } finally {
    api.CertFreeCertificateContext(found);
  }
}

const simpleDisplayName = 4;
const attributeName = 3;
const ofIssuer = 1;
const organizationAttribute = Buffer.from('2.5.4.10\0', 'latin1');

function describe(certificate: bigint, store: bigint): Signer {
  return {
    subject: nameOf(certificate, simpleDisplayName, 0, null),
    organization: nameOf(certificate, attributeName, 0, organizationAttribute),
    issuer: nameOf(certificate, simpleDisplayName, ofIssuer, null),
    chain: chainOf(certificate, store),
  };
}

/** A name of a certificate, see `CertGetNameString`; null where it has none of this kind. */
export function nameOf(
  certificate: bigint,
  kind: number,
  flags: number,
  parameter: Buffer | Uint32Array | null,
): string | null {
  const { CertGetNameStringW } = crypt32();
  const length = CertGetNameStringW(certificate, kind, flags, parameter, null, 0);
  if (length <= 1) return null;
  const text = Buffer.alloc(length * 2);
  CertGetNameStringW(certificate, kind, flags, parameter, text, length);
  return fromWide(text, length - 1);
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

/** WinVerifyTrust alone does not suffice: under Wine it accepts a root that nobody trusts. */
function chainOf(certificate: bigint, store: bigint): Signer['chain'] {
  const { CertGetCertificateChain, CertFreeCertificateChain } = crypt32();
  const parameters = Buffer.alloc(32);
  parameters.writeUInt32LE(parameters.length, 0);
  const chain = new BigUint64Array(1);
  const built = CertGetCertificateChain(
    machineRoots,
    certificate,
    null,
    store,
    parameters,
    cacheOnly,
    null,
    chain,
  );
  const pointer = chain[0] ?? 0n;
  if (built === 0 || pointer === 0n) return 'untrusted';
  // CERT_CHAIN_CONTEXT: cbSize, then CERT_TRUST_STATUS with dwErrorStatus first.
  const errors = bytesAt(pointer, 8).readUInt32LE(4);
  CertFreeCertificateChain(pointer);
  if ((errors & untrusted) !== 0) return 'untrusted';
  return (errors & partial) === 0 ? 'trusted' : 'incomplete';
}
