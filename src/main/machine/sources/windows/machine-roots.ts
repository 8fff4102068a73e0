import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Certificate } from '../../../../shared/domain/inventory/certificates.ts';
import { type Gap, readSection, unreadableSection } from '../../../../shared/domain/section.ts';
import { crypt32 } from '../../windows/ffi/crypt32.ts';
import { kernel32 } from '../../windows/ffi/kernel32.ts';
import { bytesAt, pointerAt } from '../../windows/ffi/library.ts';
import { toWide } from '../../windows/ffi/wide-string.ts';
import { windowsGap } from '../../windows/system/windows-gap.ts';
import { mentions } from '../registry/reader/mentions.ts';
import { nameOf } from '../../windows/files/signer.ts';

const storeName = 'LocalMachine\\Root';
const systemStoreProvider = 10;
const localMachine = 0x20000;
const openExisting = 0x4000;
const readOnly = 0x8000;

/** The root certificates of the machine whose subject contains one of the hints. */
export function collectMachineRoots(hints: readonly string[]): Inventory['certificates'] {
  const { CertOpenStore, CertCloseStore } = crypt32();
  const flags = localMachine | openExisting | readOnly;
  const store = CertOpenStore(systemStoreProvider, 0, 0, flags, toWide('ROOT'));
  if (store === null) return unreadableSection(storeGap());
  try {
    return readSection(certificatesIn(store, hints));
  } finally {
    CertCloseStore(store, 0);
  }
}

function storeGap(): Gap {
  return windowsGap(storeName, kernel32().GetLastError());
}

function certificatesIn(store: bigint, hints: readonly string[]): Certificate[] {
  const { CertEnumCertificatesInStore } = crypt32();
  const found: Certificate[] = [];
  // Each step frees the certificate before it, the last one included.
  let certificate = CertEnumCertificatesInStore(store, null);
  while (certificate !== null) {
    const subject = distinguishedName(certificate, 0);
    if (mentions(subject, hints)) found.push(describe(certificate, subject));
    certificate = CertEnumCertificatesInStore(store, certificate);
  }
  return found;
}

const distinguished = 2;
const ofIssuer = 1;
/** `CERT_X500_NAME_STR`, most specific part first, as Windows shows it. */
const format = new Uint32Array([3 | 0x2000000]);

function distinguishedName(certificate: bigint, flags: number): string {
  return nameOf(certificate, distinguished, flags, format) ?? '';
}

function describe(certificate: bigint, subject: string): Certificate {
  return {
    store: storeName,
    userSid: null,
    firefoxProfile: null,
    thumbprint: thumbprint(certificate),
    subject,
    issuer: distinguishedName(certificate, ofIssuer),
    notAfter: notAfter(certificate),
  };
}

const sha1Property = 3;

function thumbprint(certificate: bigint): string {
  const hash = Buffer.alloc(20);
  const size = new Uint32Array([hash.length]);
  crypt32().CertGetCertificateContextProperty(certificate, sha1Property, hash, size);
  return hash.toString('hex').toUpperCase();
}

/** Offsets of `CERT_CONTEXT.pCertInfo` and `CERT_INFO.NotAfter`. Source: Microsoft, Windows SDK header `wincrypt.h`. */
const infoOffset = 24;
const notAfterOffset = 72;

function notAfter(certificate: bigint): string | null {
  const info = pointerAt(certificate, infoOffset);
  if (info === null) return null;
  return fileTimeToIso(bytesAt(info, notAfterOffset + 8).readBigUInt64LE(notAfterOffset));
}

/** Milliseconds from 1601 to 1970. */
const epochDifference = 11_644_473_600_000;

/** A `FILETIME` (100 nanoseconds since 1601) as an ISO date. */
export function fileTimeToIso(fileTime: bigint): string {
  return new Date(Number(fileTime / 10_000n) - epochDifference).toISOString();
}
