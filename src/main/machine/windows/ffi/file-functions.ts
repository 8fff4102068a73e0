import type { KoffiFunc } from 'koffi';
import { lazyLibrary } from './library.ts';

/** What reads and writes open files. Source: Microsoft, Windows SDK header `fileapi.h`. */
export const fileFunctions = lazyLibrary('kernel32.dll', (library) => ({
  WriteFile: library.func(
    'int __stdcall WriteFile(intptr_t file, void *content, uint32 size, void *written, void *overlapped)',
  ) as KoffiFunc<
    (
      file: number | bigint,
      content: Buffer,
      size: number,
      written: Uint32Array,
      overlapped: null,
    ) => number
  >,
  GetFileType: library.func('uint32 __stdcall GetFileType(intptr_t file)') as KoffiFunc<
    (file: number | bigint) => number
  >,
  GetFileSizeEx: library.func(
    'int __stdcall GetFileSizeEx(intptr_t file, void *size)',
  ) as KoffiFunc<(file: number | bigint, size: BigInt64Array) => number>,
  ReadFile: library.func(
    'int __stdcall ReadFile(intptr_t file, void *content, uint32 size, void *read, void *overlapped)',
  ) as KoffiFunc<
    (
      file: number | bigint,
      content: Buffer,
      size: number,
      read: Uint32Array,
      overlapped: Buffer | null,
    ) => number
  >,
}));
