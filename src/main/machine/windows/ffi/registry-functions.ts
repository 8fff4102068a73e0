import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** What reads single values of the registry and writes them. Source: Microsoft, Windows SDK header `winreg.h`. */
export const registryFunctions = lazyLibrary('advapi32.dll', (library) => ({
  RegQueryValueExW: library.func(
    'int32 __stdcall RegQueryValueExW(void *key, void *name, void *reserved, void *type, void *data, void *size)',
  ) as KoffiFunc<
    (
      key: bigint,
      name: Buffer,
      reserved: null,
      type: Uint32Array,
      data: Buffer | Uint32Array | null,
      size: Uint32Array,
    ) => number
  >,
  RegSetValueExW: library.func(
    'int32 __stdcall RegSetValueExW(void *key, void *name, uint32 reserved, uint32 type, void *data, uint32 size)',
  ) as KoffiFunc<
    (
      key: bigint,
      name: Buffer,
      reserved: 0,
      type: number,
      data: Buffer | Uint32Array,
      size: number,
    ) => number
  >,
  RegDeleteValueW: library.func(
    'int32 __stdcall RegDeleteValueW(void *key, void *name)',
  ) as KoffiFunc<(key: bigint, name: Buffer) => number>,
  RegCreateKeyExW: library.func(
    'int32 __stdcall RegCreateKeyExW(void *key, void *subKey, uint32 reserved, void *class, uint32 options, uint32 access, void *security, void *result, void *disposition)',
  ) as KoffiFunc<
    (
      key: bigint,
      subKey: Buffer,
      reserved: 0,
      className: Buffer | null,
      options: number,
      access: number,
      security: null,
      result: BigUint64Array,
      disposition: null,
    ) => number
  >,
  RegQueryInfoKeyW: library.func(
    'int32 __stdcall RegQueryInfoKeyW(void *key, void *class, void *classLength, void *reserved, void *keys, void *longestKey, void *longestClass, void *values, void *longestName, void *longestData, void *securitySize, void *written)',
  ) as KoffiFunc<
    (
      key: bigint,
      className: Buffer,
      classLength: Uint32Array,
      reserved: null,
      keys: null,
      longestKey: null,
      longestClass: null,
      values: null,
      longestName: null,
      longestData: null,
      securitySize: null,
      written: null,
    ) => number
  >,
  RegGetKeySecurity: library.func(
    'int32 __stdcall RegGetKeySecurity(void *key, uint32 wanted, void *descriptor, void *size)',
  ) as KoffiFunc<(key: bigint, wanted: number, descriptor: Buffer, size: Uint32Array) => number>,
  RegSetKeySecurity: library.func(
    'int32 __stdcall RegSetKeySecurity(void *key, uint32 wanted, void *descriptor)',
  ) as KoffiFunc<(key: bigint, wanted: number, descriptor: Buffer) => number>,
  RegLoadKeyW: library.func(
    'int32 __stdcall RegLoadKeyW(void *key, void *subKey, void *file)',
  ) as KoffiFunc<(key: bigint, subKey: Buffer, file: Buffer) => number>,
  RegUnLoadKeyW: library.func(
    'int32 __stdcall RegUnLoadKeyW(void *key, void *subKey)',
  ) as KoffiFunc<(key: bigint, subKey: Buffer) => number>,
  RegFlushKey: library.func('int32 __stdcall RegFlushKey(void *key)') as KoffiFunc<
    (key: bigint) => number
  >,
  RegDeleteTreeW: library.func(
    'int32 __stdcall RegDeleteTreeW(void *key, void *subKey)',
  ) as KoffiFunc<(key: bigint, subKey: Buffer) => number>,
}));
