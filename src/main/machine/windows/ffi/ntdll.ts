import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/**
 * Source: Microsoft, Windows driver kit headers `wdm.h`, `ntifs.h` (RtlGetVersion tells the true version without a
 * manifest).
 */
export const ntdll = lazyLibrary('ntdll.dll', (library) => ({
  RtlGetVersion: library.func('int32 __stdcall RtlGetVersion(void *information)') as KoffiFunc<
    (information: Buffer) => number
  >,
  /** Takes one argument. With so few, a call through the FFI library never comes back under Wine; the others are passed over. */
  NtDeleteKey: library.func(
    'int32 __stdcall NtDeleteKey(void *key, intptr_t a, intptr_t b, intptr_t c, intptr_t d)',
  ) as KoffiFunc<(key: bigint, a: 0, b: 0, c: 0, d: 0) => number>,
  NtSetInformationFile: library.func(
    'int32 __stdcall NtSetInformationFile(intptr_t file, void *status, void *information, uint32 size, int kind)',
  ) as KoffiFunc<
    (
      file: number | bigint,
      status: Buffer,
      information: Buffer,
      size: number,
      kind: number,
    ) => number
  >,
  NtQueryInformationFile: library.func(
    'int32 __stdcall NtQueryInformationFile(intptr_t file, void *status, void *information, uint32 size, int kind)',
  ) as KoffiFunc<
    (
      file: number | bigint,
      status: Buffer,
      information: Buffer,
      size: number,
      kind: number,
    ) => number
  >,
  RtlNtStatusToDosError: library.func(
    'uint32 __stdcall RtlNtStatusToDosError(int32 status)',
  ) as KoffiFunc<(status: number) => number>,
}));
