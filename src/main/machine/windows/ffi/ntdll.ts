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
  NtDeleteKey: library.func('int32 __stdcall NtDeleteKey(void *key)') as KoffiFunc<
    (key: bigint) => number
  >,
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
  RtlNtStatusToDosError: library.func(
    'uint32 __stdcall RtlNtStatusToDosError(int32 status)',
  ) as KoffiFunc<(status: number) => number>,
}));
