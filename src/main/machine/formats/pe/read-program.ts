import { readSigner, type SignerNames } from '../certificate/read-signer.ts';
import type { ByteSource } from './byte-source.ts';
import { FileWindow } from './file-window.ts';
import { type FileRange, type PeHeaders, readPeHeaders } from './pe-headers.ts';
import { readVersions } from './version-resource.ts';
import type { VersionStrings } from './version-strings.ts';

/** What a program says of its maker: claims, of which nothing is proven. */
export interface ProgramFacts {
  /** From the numbers of its version resource. */
  readonly fileVersion: string | null;
  /** Of every language that it has strings in. */
  readonly languages: readonly VersionStrings[];
  /** Whose certificate the signature inside the file names; the signature itself is not checked. */
  readonly signer: SignerNames | null;
}

/** `noProgram` is anything that Windows would not load as a program of 32 or 64 bits. */
export type ProgramRead =
  | { readonly kind: 'program'; readonly facts: ProgramFacts }
  | { readonly kind: 'noProgram' }
  | { readonly kind: 'unreadable' };

/**
 * Reads what a program says of its maker, and no more of it than that: its headers, its version resource and its
 * signature. What is damaged is left out; it never throws. `file` is memory that was used before, for who reads many.
 */
export async function readProgram(
  source: ByteSource,
  file = new FileWindow(),
): Promise<ProgramRead> {
  file.turnTo(source);
  const headers = await readPeHeaders(file);
  if (headers === null) return file.failed ? { kind: 'unreadable' } : { kind: 'noProgram' };
  await readTogether(file, headers);
  const versions = await readVersions(file, headers);
  const signer = headers.certificates === null ? null : await signerIn(file, headers.certificates);
  if (file.failed) return { kind: 'unreadable' };
  const facts = {
    fileVersion: versions.find(({ fileVersion }) => fileVersion !== null)?.fileVersion ?? null,
    languages: versions.flatMap(({ languages }) => languages),
    signer,
  };
  return { kind: 'program', facts };
}

/** Bytes that are read at once rather than in two pieces. */
const mostTogether = 64 * 1024;

/** Linkers put resources near the end, and the signature comes behind everything: mostly one read takes both. */
async function readTogether(file: FileWindow, headers: PeHeaders): Promise<void> {
  const { resources, certificates, offsetOf } = headers;
  const start = resources === null ? null : offsetOf(resources.offset);
  if (start === null || certificates === null) return;
  const length = certificates.offset + certificates.size - start;
  if (length > 0 && length <= mostTogether) await file.at(start, 1, length);
}

/** Bytes; signatures have five to fifty thousand, and installers are known to carry more in there. */
const largestTable = 1024 * 1024;

/** `WIN_CERT_TYPE_PKCS_SIGNED_DATA`. Source: Microsoft, Windows SDK header `wintrust.h`. */
const signedData = 2;

/** Signatures in one file; a second one mostly lies within the first. */
const mostSignatures = 8;

async function signerIn(
  file: FileWindow,
  { offset, size }: FileRange,
): Promise<SignerNames | null> {
  if (size > largestTable) return null;
  const table = await file.at(offset, size, size);
  if (table === null) return null;
  let at = 0;
  for (let seen = 0; seen < mostSignatures && at + 8 <= table.length; seen++) {
    const length = table.readUInt32LE(at);
    if (length < 8) return null;
    const isSignedData = table.readUInt16LE(at + 6) === signedData;
    const signer = isSignedData ? readSigner(table.subarray(at + 8, at + length)) : null;
    if (signer !== null) return signer;
    at += length + ((8 - (length % 8)) % 8);
  }
  return null;
}
