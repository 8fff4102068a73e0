import { crypt32 } from '../ffi/crypt32.ts';
import type { Pointer } from '../ffi/library.ts';
import { fromWide, toWide } from '../ffi/wide-string.ts';
import { chainOf, fetchRoot, type Chain } from './certificate-chain.ts';

/** Whose certificate signed a file. The names are only as good as the chain. */
export interface Signer {
  readonly subject: string | null;
  readonly organization: string | null;
  readonly issuer: string | null;
  readonly chain: Chain;
}

const objectIsFile = 1;
const anySignedContent = 0x400 | 0x100;
const binaryFormat = 2;

/** The first signer of a signed program or catalogue, as of a time (see {@link chainOf}); null where none can be found. */
export function findSigner(path: string, at: Buffer | null = null): Signer | null {
  const signer = openSigner(path);
  if (signer === null) return null;
  try {
    return describe(signer, at);
  } finally {
    signer.close();
  }
}

const asked = new Set<string>();

/**
 * Asks once for the root that the signer of a file leads to, and once for all files of the same issuer: a computer without a
 * network gives the same answer for the next. Whether it was asked now.
 */
export async function askForRoot(path: string): Promise<boolean> {
  const signer = openSigner(path);
  if (signer === null) return false;
  try {
    const issuer = nameOf(signer.certificate, simpleDisplayName, ofIssuer, null) ?? '';
    if (asked.has(issuer)) return false;
    asked.add(issuer);
    await fetchRoot(signer.certificate, signer.store);
    return true;
  } finally {
    signer.close();
  }
}

interface OpenSigner {
  readonly certificate: bigint;
  /** What came with the signature. */
  readonly store: bigint;
  readonly close: () => void;
}

function openSigner(path: string): OpenSigner | null {
  const api = crypt32();
  const [stores, messages] = [new BigUint64Array(1), new BigUint64Array(1)];
  const found = api.CryptQueryObject(
    objectIsFile,
    toWide(path),
    anySignedContent,
    binaryFormat,
    0,
    null,
    null,
    null,
    stores,
    messages,
    null,
  );
  if (found === 0) return null;
  const [store, message] = [stores[0] ?? 0n, messages[0] ?? 0n];
  const certificate = signerIn(store, message);
  const close = () => {
    if (certificate !== null) api.CertFreeCertificateContext(certificate);
    api.CryptMsgClose(message);
    api.CertCloseStore(store, 0);
  };
  if (certificate !== null) return { certificate, store, close };
  close();
  return null;
}

const signerCertificateInfo = 7;
const anyEncoding = 0x10001;
const findSubjectCertificate = 0xb0000;

function signerIn(store: bigint, message: bigint): Pointer {
  const api = crypt32();
  const size = new Uint32Array(1);
  if (api.CryptMsgGetParam(message, signerCertificateInfo, 0, null, size) === 0) return null;
  const wanted = Buffer.alloc(size[0] ?? 0);
  if (api.CryptMsgGetParam(message, signerCertificateInfo, 0, wanted, size) === 0) return null;
  return api.CertFindCertificateInStore(
    store,
    anyEncoding,
    0,
    findSubjectCertificate,
    wanted,
    null,
  );
}

const simpleDisplayName = 4;
const attributeName = 3;
const ofIssuer = 1;
const organizationAttribute = Buffer.from('2.5.4.10\0', 'latin1');

function describe({ certificate, store }: OpenSigner, at: Buffer | null): Signer {
  return {
    subject: nameOf(certificate, simpleDisplayName, 0, null),
    organization: nameOf(certificate, attributeName, 0, organizationAttribute),
    issuer: nameOf(certificate, simpleDisplayName, ofIssuer, null),
    chain: chainOf(certificate, store, at),
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
