import { promisify } from 'node:util';
import { guid } from '../ffi/com.ts';
import { isInvalidHandle, kernel32 } from '../ffi/kernel32.ts';
import { addressOf, bytesAt } from '../ffi/library.ts';
import { toWide, wideAt } from '../ffi/wide-string.ts';
import { wintrust } from '../ffi/wintrust.ts';

/** `WINTRUST_ACTION_GENERIC_VERIFY_V2`. Source: Microsoft, Windows SDK header `softpub.h`. */
const genericVerify = guid('00AAC56B-CD44-11D0-8CC2-00C04FC295EE');
const noWindow = -1;

const choiceFile = 1;
const choiceCatalog = 2;
const stateVerify = 1;
const stateClose = 2;
const uiNone = 2;
const noRevocationCheck = 0x10;
/** Keeps Windows off the network: a check must not wait for a server. */
const cacheOnly = 0x1000;

/** What Windows says of a signature. */
export interface Verified {
  /** The result of `WinVerifyTrust`, unsigned. */
  readonly code: number;
  /** The time as of which it was judged, a FILETIME: that of the countersignature, where there is one. */
  readonly at: Buffer | null;
}

/** Checks the signature inside a file, in a background thread. */
export async function verifyFile(path: string): Promise<Verified> {
  const name = toWide(path);
  // WINTRUST_FILE_INFO: cbStruct, pcwszFilePath, hFile, pgKnownSubject.
  const file = Buffer.alloc(32);
  file.writeUInt32LE(file.length, 0);
  file.writeBigUInt64LE(addressOf(name), 8);
  return verify(choiceFile, file, [name]);
}

export type CatalogResult =
  | ({ readonly found: true; readonly file: string } & Verified)
  | { readonly found: false; readonly searched: boolean };

/** Hashes that catalogues are made with; those of Windows 8 and later use the first. */
const algorithms: readonly string[] = ['SHA256', 'SHA1'];

/** Looks a file up in the signed catalogues of Windows, which hold the signatures of most of its own files. */
export async function verifyByCatalog(path: string): Promise<CatalogResult> {
  let searched = true;
  for (const algorithm of algorithms) {
    const result = await lookUp(path, algorithm);
    if (result.found) return result;
    searched &&= result.searched;
  }
  return { found: false, searched };
}

const notSearched: CatalogResult = { found: false, searched: false };

async function lookUp(path: string, algorithm: string): Promise<CatalogResult> {
  const { CryptCATAdminAcquireContext2, CryptCATAdminReleaseContext } = wintrust();
  const admin = new BigUint64Array(1);
  const name = toWide(algorithm);
  if (CryptCATAdminAcquireContext2(admin, null, name, null, 0) === 0) return notSearched;
  const handle = admin[0] ?? 0n;
  try {
    return await search(handle, path);
  } finally {
    CryptCATAdminReleaseContext(handle, 0);
  }
}

async function search(admin: bigint, path: string): Promise<CatalogResult> {
  const hash = await hashOf(admin, path);
  if (hash === null) return notSearched;
  const { CryptCATAdminEnumCatalogFromHash, CryptCATAdminReleaseCatalogContext } = wintrust();
  const catalog = CryptCATAdminEnumCatalogFromHash(admin, hash, hash.length, 0, null);
  if (catalog === null) return { found: false, searched: true };
  const file = catalogFile(catalog);
  CryptCATAdminReleaseCatalogContext(admin, catalog, 0);
  if (file === null) return notSearched;
  return { found: true, file, ...(await verifyMember(admin, path, file, hash)) };
}

const readAccess = 0x80000000;
const shareAll = 7;
const openExisting = 3;

/** In a background thread: it reads the whole file. */
async function hashOf(admin: bigint, path: string): Promise<Buffer | null> {
  const { CreateFileW, CloseHandle } = kernel32();
  const file = CreateFileW(toWide(path), readAccess, shareAll, null, openExisting, 0, null);
  if (isInvalidHandle(file)) return null;
  const hash = Buffer.alloc(64);
  const size = new Uint32Array([hash.length]);
  const calculate = promisify(wintrust().CryptCATAdminCalcHashFromFileHandle2.async);
  const done: number = await calculate(admin, file, size, hash, 0);
  CloseHandle(BigInt(file));
  return done === 0 ? null : hash.subarray(0, size[0]);
}

/** `CATALOG_INFO`: its size, then the path of the catalogue. Source: Microsoft, Windows SDK header `mscat.h`. */
function catalogFile(catalog: bigint): string | null {
  const information = Buffer.alloc(4 + 2 * 260);
  information.writeUInt32LE(information.length, 0);
  const done = wintrust().CryptCATCatalogInfoFromContext(catalog, information, 0);
  return done === 0 ? null : wideAt(information, 4);
}

async function verifyMember(
  admin: bigint,
  path: string,
  catalog: string,
  hash: Buffer,
): Promise<Verified> {
  const member = toWide(path);
  const catalogName = toWide(catalog);
  const tag = toWide(hash.toString('hex').toUpperCase());
  const information = catalogInformation({ admin, catalogName, tag, member, hash });
  return verify(choiceCatalog, information, [member, catalogName, tag, hash]);
}

interface CatalogMember {
  readonly admin: bigint;
  readonly catalogName: Buffer;
  readonly tag: Buffer;
  readonly member: Buffer;
  readonly hash: Buffer;
}

/** WINTRUST_CATALOG_INFO as of Windows 8, which points to what it is made of. */
export function catalogInformation(given: CatalogMember): Buffer {
  const { admin, catalogName, tag, member, hash } = given;
  const information = Buffer.alloc(72);
  information.writeUInt32LE(information.length, 0);
  information.writeBigUInt64LE(addressOf(catalogName), 8);
  information.writeBigUInt64LE(addressOf(tag), 16);
  information.writeBigUInt64LE(addressOf(member), 24);
  information.writeBigUInt64LE(addressOf(hash), 40);
  information.writeUInt32LE(hash.length, 48);
  // Only for a hash of SHA-1 may the context of the administrator be missing (sdk-api, `WINTRUST_CATALOG_INFO`).
  information.writeBigUInt64LE(admin, 64);
  return information;
}

/** Memory that only native code points to, which the garbage collector must not take during a call. */
const inUse = new Set<readonly Buffer[]>();

/** `pointedTo` is the memory that `information` points to. */
async function verify(
  choice: number,
  information: Buffer,
  pointedTo: readonly Buffer[],
): Promise<Verified> {
  const held = [information, ...pointedTo];
  inUse.add(held);
  try {
    return await callWinVerifyTrust(trustData(choice, information));
  } finally {
    inUse.delete(held);
  }
}

/** WINTRUST_DATA in its 64-bit layout. Source: Microsoft, Windows SDK header `wintrust.h`. */
function trustData(choice: number, information: Buffer): Buffer {
  const data = Buffer.alloc(80);
  data.writeUInt32LE(data.length, 0);
  data.writeUInt32LE(uiNone, 24);
  data.writeUInt32LE(choice, 32);
  data.writeBigUInt64LE(addressOf(information), 40);
  data.writeUInt32LE(noRevocationCheck | cacheOnly, 72);
  return data;
}

async function callWinVerifyTrust(data: Buffer): Promise<Verified> {
  const call = promisify(wintrust().WinVerifyTrust.async);
  data.writeUInt32LE(stateVerify, 48);
  const result: number = await call(noWindow, genericVerify, data);
  const at = judgedAt(data.readBigUInt64LE(56));
  data.writeUInt32LE(stateClose, 48);
  await call(noWindow, genericVerify, data);
  return { code: result >>> 0, at };
}

/** `sftVerifyAsOf` of the first `CRYPT_PROVIDER_SGNR`. Source: Microsoft, Windows SDK header `wintrust.h`. */
function judgedAt(state: bigint): Buffer | null {
  const { WTHelperProvDataFromStateData, WTHelperGetProvSignerFromChain } = wintrust();
  const data = state === 0n ? null : WTHelperProvDataFromStateData(state);
  const signer = data === null ? null : WTHelperGetProvSignerFromChain(data, 0, 0, 0);
  const time = signer === null ? null : bytesAt(signer, 12).subarray(4);
  return time === null || time.readBigUInt64LE(0) === 0n ? null : time;
}
