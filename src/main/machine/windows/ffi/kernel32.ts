import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Memory, type Pointer } from './library.ts';

/**
 * Source: Microsoft, Windows SDK headers `errhandlingapi.h`, `handleapi.h`, `winbase.h`, `fileapi.h`,
 * `tlhelp32.h`, `processthreadsapi.h`, `wow64apiset.h`, `winnls.h`, `sysinfoapi.h`.
 */
export const kernel32 = lazyLibrary('kernel32.dll', (library) => ({
  /** Valid directly after a call: the FFI library keeps the value apart from what Node does in between. */
  GetLastError: library.func('uint32 __stdcall GetLastError()') as KoffiFunc<() => number>,
  FormatMessageW: library.func(
    'uint32 __stdcall FormatMessageW(uint32 flags, void *source, uint32 message, uint32 language, void *buffer, uint32 size, void *arguments)',
  ) as KoffiFunc<
    (
      flags: number,
      source: Memory,
      message: number,
      language: number,
      buffer: Buffer,
      size: number,
      args: null,
    ) => number
  >,
  CloseHandle: library.func('int __stdcall CloseHandle(void *handle)') as KoffiFunc<
    (handle: Pointer) => number
  >,
  GetCurrentProcess: library.func('void * __stdcall GetCurrentProcess()') as KoffiFunc<
    () => Pointer
  >,
  OpenProcess: library.func(
    'void * __stdcall OpenProcess(uint32 access, int inherit, uint32 pid)',
  ) as KoffiFunc<(access: number, inherit: number, pid: number) => Pointer>,
  CreateToolhelp32Snapshot: library.func(
    'intptr_t __stdcall CreateToolhelp32Snapshot(uint32 flags, uint32 pid)',
  ) as KoffiFunc<(flags: number, pid: number) => number | bigint>,
  Process32FirstW: library.func(
    'int __stdcall Process32FirstW(intptr_t snapshot, void *entry)',
  ) as KoffiFunc<(snapshot: number | bigint, entry: Buffer) => number>,
  Process32NextW: library.func(
    'int __stdcall Process32NextW(intptr_t snapshot, void *entry)',
  ) as KoffiFunc<(snapshot: number | bigint, entry: Buffer) => number>,
  QueryFullProcessImageNameW: library.func(
    'int __stdcall QueryFullProcessImageNameW(void *process, uint32 flags, void *name, void *size)',
  ) as KoffiFunc<(process: Pointer, flags: number, name: Buffer, size: Uint32Array) => number>,
  FindFirstFileExW: library.func(
    'intptr_t __stdcall FindFirstFileExW(void *name, int level, void *data, int search, void *filter, uint32 flags)',
  ) as KoffiFunc<
    (
      name: Buffer,
      level: number,
      data: Buffer,
      search: number,
      filter: null,
      flags: number,
    ) => number | bigint
  >,
  FindNextFileW: library.func(
    'int __stdcall FindNextFileW(intptr_t handle, void *data)',
  ) as KoffiFunc<(handle: number | bigint, data: Buffer) => number>,
  FindClose: library.func('int __stdcall FindClose(intptr_t handle)') as KoffiFunc<
    (handle: number | bigint) => number
  >,
  CreateFileW: library.func(
    'intptr_t __stdcall CreateFileW(void *name, uint32 access, uint32 share, void *security, uint32 disposition, uint32 flags, void *template)',
  ) as KoffiFunc<
    (
      name: Buffer,
      access: number,
      share: number,
      security: null,
      disposition: number,
      flags: number,
      template: null,
    ) => number | bigint
  >,
  GetLogicalDrives: library.func('uint32 __stdcall GetLogicalDrives()') as KoffiFunc<() => number>,
  GetDriveTypeW: library.func('uint32 __stdcall GetDriveTypeW(void *root)') as KoffiFunc<
    (root: Buffer) => number
  >,
  QueryDosDeviceW: library.func(
    'uint32 __stdcall QueryDosDeviceW(void *device, void *target, uint32 size)',
  ) as KoffiFunc<(device: Buffer, target: Buffer, size: number) => number>,
  IsWow64Process2: library.func(
    'int __stdcall IsWow64Process2(void *process, void *processMachine, void *nativeMachine)',
  ) as KoffiFunc<
    (process: Pointer, processMachine: Uint16Array, nativeMachine: Uint16Array) => number
  >,
  GetSystemPreferredUILanguages: library.func(
    'int __stdcall GetSystemPreferredUILanguages(uint32 flags, void *count, void *names, void *size)',
  ) as KoffiFunc<PreferredUILanguages>,
  GetUserPreferredUILanguages: library.func(
    'int __stdcall GetUserPreferredUILanguages(uint32 flags, void *count, void *names, void *size)',
  ) as KoffiFunc<PreferredUILanguages>,
}));

type PreferredUILanguages = (
  flags: number,
  count: Uint32Array,
  names: Buffer | null,
  size: Uint32Array,
) => number;

/** What functions returning a handle give on failure (`INVALID_HANDLE_VALUE`). */
export function isInvalidHandle(handle: number | bigint): boolean {
  return BigInt.asIntN(64, BigInt(handle)) === -1n;
}
