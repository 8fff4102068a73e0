import type { KoffiFunc } from 'koffi';
import { lazyLibrary, type Memory, type Pointer } from './library.ts';

/**
 * Source: Microsoft, Windows SDK headers `winreg.h`, `winsvc.h`, `securitybaseapi.h`, `processthreadsapi.h`.
 * Names go in and out as buffers, because a name in the registry may hold characters that a C string cannot.
 */
export const advapi32 = lazyLibrary('advapi32.dll', (library) => ({
  RegOpenKeyExW: library.func(
    'int32 __stdcall RegOpenKeyExW(void *key, void *subKey, uint32 options, uint32 access, void *result)',
  ) as KoffiFunc<
    (key: bigint, subKey: Buffer, options: number, access: number, result: BigUint64Array) => number
  >,
  RegEnumKeyExW: library.func(
    'int32 __stdcall RegEnumKeyExW(void *key, uint32 index, void *name, void *nameLength, void *reserved, void *class, void *classLength, void *written)',
  ) as KoffiFunc<
    (
      key: bigint,
      index: number,
      name: Buffer,
      nameLength: Uint32Array,
      reserved: null,
      className: null,
      classLength: null,
      written: null,
    ) => number
  >,
  RegEnumValueW: library.func(
    'int32 __stdcall RegEnumValueW(void *key, uint32 index, void *name, void *nameLength, void *reserved, void *type, void *data, void *size)',
  ) as KoffiFunc<
    (
      key: bigint,
      index: number,
      name: Buffer,
      nameLength: Uint32Array,
      reserved: null,
      type: Uint32Array,
      data: Buffer,
      size: Uint32Array,
    ) => number
  >,
  RegCloseKey: library.func('int32 __stdcall RegCloseKey(void *key)') as KoffiFunc<
    (key: bigint) => number
  >,
  OpenSCManagerW: library.func(
    'void * __stdcall OpenSCManagerW(void *machine, void *database, uint32 access)',
  ) as KoffiFunc<(machine: null, database: null, access: number) => Pointer>,
  EnumServicesStatusExW: library.func(
    'int __stdcall EnumServicesStatusExW(void *manager, int level, uint32 type, uint32 state, void *services, uint32 size, void *needed, void *returned, void *resume, void *group)',
  ) as KoffiFunc<
    (
      manager: Pointer,
      level: number,
      type: number,
      state: number,
      services: Buffer,
      size: number,
      needed: Uint32Array,
      returned: Uint32Array,
      resume: Uint32Array,
      group: null,
    ) => number
  >,
  CloseServiceHandle: library.func('int __stdcall CloseServiceHandle(void *handle)') as KoffiFunc<
    (handle: Pointer) => number
  >,
  OpenProcessToken: library.func(
    'int __stdcall OpenProcessToken(void *process, uint32 access, void *token)',
  ) as KoffiFunc<(process: Pointer, access: number, token: BigUint64Array) => number>,
  GetTokenInformation: library.func(
    'int __stdcall GetTokenInformation(void *token, int kind, void *information, uint32 size, void *needed)',
  ) as KoffiFunc<
    (token: bigint, kind: number, information: Buffer, size: number, needed: Uint32Array) => number
  >,
  CheckTokenMembership: library.func(
    'int __stdcall CheckTokenMembership(void *token, void *sid, void *member)',
  ) as KoffiFunc<(token: null, sid: Buffer, member: Uint32Array) => number>,
  LookupPrivilegeValueW: library.func(
    'int __stdcall LookupPrivilegeValueW(void *system, void *name, void *luid)',
  ) as KoffiFunc<(system: null, name: Buffer, luid: Memory) => number>,
  AdjustTokenPrivileges: library.func(
    'int __stdcall AdjustTokenPrivileges(void *token, int disableAll, void *state, uint32 size, void *previous, void *needed)',
  ) as KoffiFunc<
    (
      token: bigint,
      disableAll: number,
      state: Buffer,
      size: number,
      previous: Buffer | null,
      needed: Uint32Array | null,
    ) => number
  >,
}));
