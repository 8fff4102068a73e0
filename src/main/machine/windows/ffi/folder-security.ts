import type { KoffiFunc } from 'koffi';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { lazyLibrary, textAt, type Pointer } from './library.ts';
import { toWide } from './wide-string.ts';

type Handle = number | bigint;

/** Source: Microsoft, Windows SDK headers `fileapi.h`, `winbase.h`. */
const fileFunctions = lazyLibrary('kernel32.dll', (library) => ({
  CreateDirectoryW: library.func(
    'int __stdcall CreateDirectoryW(void *path, void *security)',
  ) as KoffiFunc<(path: Buffer, security: Buffer) => number>,
  GetFileInformationByHandle: library.func(
    'int __stdcall GetFileInformationByHandle(intptr_t file, void *information)',
  ) as KoffiFunc<(file: Handle, information: Buffer) => number>,
  CloseHandle: library.func('int __stdcall CloseHandle(intptr_t handle)') as KoffiFunc<
    (handle: Handle) => number
  >,
  LocalFree: library.func('void * __stdcall LocalFree(void *memory)') as KoffiFunc<
    (memory: Pointer) => Pointer
  >,
}));

/** Source: Microsoft, Windows SDK headers `sddl.h`, `aclapi.h`, `securitybaseapi.h`. */
const securityFunctions = lazyLibrary('advapi32.dll', (library) => ({
  ConvertStringSecurityDescriptorToSecurityDescriptorW: library.func(
    'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(void *text, uint32 revision, void *descriptor, void *size)',
  ) as KoffiFunc<
    (text: Buffer, revision: number, descriptor: BigUint64Array, size: null) => number
  >,
  GetSecurityDescriptorDacl: library.func(
    'int __stdcall GetSecurityDescriptorDacl(void *descriptor, void *present, void *dacl, void *defaulted)',
  ) as KoffiFunc<
    (
      descriptor: Pointer,
      present: Uint32Array,
      dacl: BigUint64Array,
      defaulted: Uint32Array,
    ) => number
  >,
  ConvertSidToStringSidW: library.func(
    'int __stdcall ConvertSidToStringSidW(void *sid, void *text)',
  ) as KoffiFunc<(sid: Pointer, text: BigUint64Array) => number>,
  GetSecurityInfo: library.func(
    'uint32 __stdcall GetSecurityInfo(intptr_t object, int kind, uint32 wanted, void *owner, void *group, void *dacl, void *sacl, void *descriptor)',
  ) as KoffiFunc<
    (
      object: Handle,
      kind: number,
      wanted: number,
      owner: BigUint64Array,
      group: null,
      dacl: null,
      sacl: null,
      descriptor: BigUint64Array,
    ) => number
  >,
  SetSecurityInfo: library.func(
    'uint32 __stdcall SetSecurityInfo(intptr_t object, int kind, uint32 wanted, void *owner, void *group, void *dacl, void *sacl)',
  ) as KoffiFunc<
    (
      object: Handle,
      kind: number,
      wanted: number,
      owner: null,
      group: null,
      dacl: Pointer,
      sacl: null,
    ) => number
  >,
}));

const sddlRevision = 1;
const fileObject = 1;
const ownerInformation = 0x1;
const daclInformation = 0x4;
const protectedDacl = 0x80000000;
const readControl = 0x20000;
const writeDacl = 0x40000;
const readAttributes = 0x80;
const shareAll = 7;
const openExisting = 3;
/** Opens the folder itself, also where it is a link. */
const folderFlags = 0x02000000 | 0x00200000;
const securityAttributesBytes = 24;
const fileInformationBytes = 52;

/** Memory of Windows with a security descriptor in it. */
export interface SecurityDescriptor {
  readonly address: bigint;
  free(): void;
}

/** Makes a security descriptor from its text form (SDDL). Throws where the text is not valid. */
export function securityDescriptor(text: string): SecurityDescriptor {
  const result = new BigUint64Array(1);
  const made =
    securityFunctions().ConvertStringSecurityDescriptorToSecurityDescriptorW(
      toWide(text),
      sddlRevision,
      result,
      null,
    ) !== 0;
  const address = result[0] ?? 0n;
  if (!made || address === 0n) throw new Error(`Not a security descriptor: ${text}`);
  return { address, free: () => void fileFunctions().LocalFree(address) };
}

/** Creates a folder that has its security from its first moment on. The Windows error number, 0 for success. */
export function createSecuredFolder(path: string, descriptor: SecurityDescriptor): number {
  const attributes = Buffer.alloc(securityAttributesBytes);
  attributes.writeUInt32LE(securityAttributesBytes, 0);
  attributes.writeBigUInt64LE(descriptor.address, 8);
  const created = fileFunctions().CreateDirectoryW(toWide(path), attributes);
  return created !== 0 ? 0 : kernel32().GetLastError();
}

/** An open folder. What is read and changed is this folder, whatever its name points to meanwhile. */
export interface OpenFolder {
  /** `FILE_ATTRIBUTE_*` bits. */
  readonly attributes: number;
  /** Security identifier of the owner as text; null when Windows does not tell. */
  readonly owner: string | null;
  /** Replaces the access list, and lets nothing come down from the parent. The Windows error number. */
  protect(descriptor: SecurityDescriptor): number;
  close(): void;
}

/** Opens a folder without following a link, to look or to protect it. The Windows error number when that fails. */
export function openFolder(path: string, purpose: 'look' | 'protect'): OpenFolder | number {
  const access = readControl | readAttributes | (purpose === 'protect' ? writeDacl : 0);
  const { CreateFileW } = kernel32();
  const handle = CreateFileW(toWide(path), access, shareAll, null, openExisting, folderFlags, null);
  if (isInvalidHandle(handle)) return kernel32().GetLastError();
  return {
    attributes: attributesOf(handle),
    owner: ownerOf(handle),
    protect: (descriptor) => setDacl(handle, descriptor),
    close: () => void fileFunctions().CloseHandle(handle),
  };
}

/** Everything set when Windows does not tell, so that every check on it fails. */
function attributesOf(handle: Handle): number {
  const information = Buffer.alloc(fileInformationBytes);
  const known = fileFunctions().GetFileInformationByHandle(handle, information);
  return known === 0 ? 0xffffffff : information.readUInt32LE(0);
}

function ownerOf(handle: Handle): string | null {
  const { GetSecurityInfo } = securityFunctions();
  const owner = new BigUint64Array(1);
  const descriptor = new BigUint64Array(1);
  const wanted = ownerInformation;
  const failed = GetSecurityInfo(handle, fileObject, wanted, owner, null, null, null, descriptor);
  if (failed !== 0) return null;
  try {
    return sidText(owner[0] ?? 0n);
  } finally {
    fileFunctions().LocalFree(descriptor[0] ?? null);
  }
}

function sidText(sid: bigint): string | null {
  const text = new BigUint64Array(1);
  const known = securityFunctions().ConvertSidToStringSidW(sid, text);
  const address = text[0] ?? 0n;
  if (known === 0 || address === 0n) return null;
  try {
    return textAt(address);
  } finally {
    fileFunctions().LocalFree(address);
  }
}

function setDacl(handle: Handle, descriptor: SecurityDescriptor): number {
  const { GetSecurityDescriptorDacl, SetSecurityInfo } = securityFunctions();
  const dacl = new BigUint64Array(1);
  const flag = new Uint32Array(1);
  GetSecurityDescriptorDacl(descriptor.address, flag, dacl, new Uint32Array(1));
  const wanted = (daclInformation | protectedDacl) >>> 0;
  return SetSecurityInfo(handle, fileObject, wanted, null, null, dacl[0] ?? null, null);
}
