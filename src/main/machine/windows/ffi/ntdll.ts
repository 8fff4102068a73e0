import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows driver kit header `wdm.h` (RtlGetVersion tells the true version without a manifest). */
export const ntdll = lazyLibrary('ntdll.dll', (library) => ({
  RtlGetVersion: library.func('int32 __stdcall RtlGetVersion(void *information)') as KoffiFunc<
    (information: Buffer) => number
  >,
}));
