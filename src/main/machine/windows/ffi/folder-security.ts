import type { KoffiFunc } from 'koffi';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { lazyLibrary, type Pointer } from './library.ts';
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

/** Source: Microsoft, Windows SDK headers `sddl.h`, `securitybaseapi.h`. */
const securityFunctions = lazyLibrary('advapi32.dll', (library) => ({
  ConvertStringSecurityDescriptorToSecurityDescriptorW: library.func(
    'int __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(void *text, uint32 revision, void *descriptor, void *size)',
  ) as KoffiFunc<
    (text: Buffer, revision: number, descriptor: BigUint64Array, size: null) => number
  >,
  GetKernelObjectSecurity: library.func(
    'int __stdcall GetKernelObjectSecurity(intptr_t object, uint32 wanted, void *descriptor, uint32 size, void *needed)',
  ) as KoffiFunc<
    (
      object: Handle,
      wanted: number,
      descriptor: Buffer,
      size: number,
      needed: Uint32Array,
    ) => number
  >,
  SetKernelObjectSecurity: library.func(
    'int __stdcall SetKernelObjectSecurity(intptr_t object, uint32 wanted, void *descriptor)',
  ) as KoffiFunc<(object: Handle, wanted: number, descriptor: Pointer) => number>,
}));

const sddlRevision = 1;
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
/** An access list has at most 64 KiB. */
const mostDescriptorBytes = 0x11000;

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

/** An open file or folder. What is read and changed is this one, whatever its name points to meanwhile. */
export interface OpenFolder {
  /** `FILE_ATTRIBUTE_*` bits. */
  readonly attributes: number;
  /** Owner and access list as Windows keeps them (`SECURITY_DESCRIPTOR_RELATIVE`); null when it does not tell. */
  readonly security: Buffer | null;
  /**
   * Replaces the access list, and lets nothing come down from the parent. What lies in the folder keeps what it has.
   * The Windows error number.
   */
  protect(descriptor: SecurityDescriptor): number;
  close(): void;
}

/** Opens a file or folder without following a link, to look or to protect it. The Windows error number when that fails. */
export function openFolder(path: string, purpose: 'look' | 'protect'): OpenFolder | number {
  const access = readControl | readAttributes | (purpose === 'protect' ? writeDacl : 0);
  const { CreateFileW } = kernel32();
  const handle = CreateFileW(toWide(path), access, shareAll, null, openExisting, folderFlags, null);
  if (isInvalidHandle(handle)) return kernel32().GetLastError();
  return {
    attributes: attributesOf(handle),
    security: securityOf(handle),
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

function securityOf(handle: Handle): Buffer | null {
  const descriptor = Buffer.alloc(mostDescriptorBytes);
  const needed = new Uint32Array(1);
  const wanted = ownerInformation | daclInformation;
  const { GetKernelObjectSecurity } = securityFunctions();
  const known = GetKernelObjectSecurity(handle, wanted, descriptor, descriptor.length, needed);
  return known === 0 ? null : descriptor.subarray(0, needed[0]);
}

/** Not `SetSecurityInfo`, which would change what lies in the folder as well. */
function setDacl(handle: Handle, descriptor: SecurityDescriptor): number {
  const wanted = (daclInformation | protectedDacl) >>> 0;
  const { SetKernelObjectSecurity } = securityFunctions();
  const set = SetKernelObjectSecurity(handle, wanted, descriptor.address);
  return set === 0 ? kernel32().GetLastError() : 0;
}
