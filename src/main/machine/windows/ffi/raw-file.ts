import type { KoffiFunc } from 'koffi';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { lazyLibrary } from './library.ts';
import { toWide } from './wide-string.ts';

/** Source: Microsoft, Windows SDK header `fileapi.h`. */
const fileFunctions = lazyLibrary('kernel32.dll', (library) => ({
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
  ReadFile: library.func(
    'int __stdcall ReadFile(intptr_t file, void *content, uint32 size, void *read, void *overlapped)',
  ) as KoffiFunc<
    (
      file: number | bigint,
      content: Buffer,
      size: number,
      read: Uint32Array,
      overlapped: null,
    ) => number
  >,
}));

const generic = { read: 0x80000000, write: 0x40000000 } as const;
const shareAll = 7;
const disposition = { createNew: 1, openExisting: 3 } as const;
/** `FILE_FLAG_OPEN_REPARSE_POINT`: a link is opened itself and not what it points at. */
const noLinks = 0x200000;

/**
 * Makes a new file. Node would turn the error numbers that tell of an antivirus into others, so they are asked of
 * Windows: 0 or a Windows error number comes back.
 */
export function writeNewFile(path: string, content: Buffer): number {
  const write = (file: number | bigint) => {
    const written = new Uint32Array(1);
    return fileFunctions().WriteFile(file, content, content.length, written, null);
  };
  return withFile(path, generic.write, disposition.createNew, write);
}

/** The beginning of a file, at most `most` bytes, or a Windows error number. */
export function readFileStart(
  path: string,
  most: number,
): { readonly content: Buffer } | { readonly error: number } {
  const content = Buffer.alloc(most);
  const read = new Uint32Array(1);
  const error = withFile(path, generic.read, disposition.openExisting, (file) =>
    fileFunctions().ReadFile(file, content, most, read, null),
  );
  return error === 0 ? { content: content.subarray(0, read[0] ?? 0) } : { error };
}

function withFile(
  path: string,
  access: number,
  how: number,
  use: (file: number | bigint) => number,
): number {
  const { CreateFileW, CloseHandle, GetLastError } = kernel32();
  const file = CreateFileW(toWide(path), access, shareAll, null, how, noLinks, null);
  if (isInvalidHandle(file)) return GetLastError();
  const error = use(file) === 0 ? GetLastError() : 0;
  CloseHandle(BigInt(file));
  return error;
}
