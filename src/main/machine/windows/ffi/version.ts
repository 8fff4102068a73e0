import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** Source: Microsoft, Windows SDK header `winver.h`. */
export const version = lazyLibrary('version.dll', (library) => ({
  GetFileVersionInfoSizeW: library.func(
    'uint32 __stdcall GetFileVersionInfoSizeW(void *name, void *ignored)',
  ) as KoffiFunc<(name: Buffer, ignored: null) => number>,
  GetFileVersionInfoW: library.func(
    'int __stdcall GetFileVersionInfoW(void *name, uint32 ignored, uint32 size, void *data)',
  ) as KoffiFunc<(name: Buffer, ignored: number, size: number, data: Buffer) => number>,
  VerQueryValueW: library.func(
    'int __stdcall VerQueryValueW(void *block, void *path, void *value, void *length)',
  ) as KoffiFunc<
    (block: Buffer, path: Buffer, value: BigUint64Array, length: Uint32Array) => number
  >,
}));
