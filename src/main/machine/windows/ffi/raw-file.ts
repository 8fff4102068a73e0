import { fileFunctions } from './file-functions.ts';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { toWide } from './wide-string.ts';

const generic = { read: 0x80000000, write: 0x40000000 } as const;
const shareAll = 7;
const disposition = { createNew: 1, openExisting: 3 } as const;
/** `FILE_FLAG_OPEN_REPARSE_POINT`: a link is opened itself and not what it points at. */
const noLinks = 0x200000;
/** `SECURITY_SQOS_PRESENT` and anonymous: where a pipe answers in place of a file, its maker cannot act as us. */
const anonymous = 0x100000;
/** `FILE_TYPE_DISK`. */
const onDisk = 1;

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

/** What a file holds; `tooLong` also for what is no file on a disk. */
export type WholeFile =
  | { readonly content: Buffer }
  | { readonly error: number }
  | { readonly tooLong: true };

/** A whole file, whose size is asked of the open one before anything is read. At most `most` bytes. */
export function readWholeFile(path: string, most: number): WholeFile {
  const { GetFileType, GetFileSizeEx, ReadFile } = fileFunctions();
  let content: Buffer | null = null;
  const error = withFile(
    path,
    generic.read,
    disposition.openExisting,
    (file) => {
      const size = new BigInt64Array(1);
      if (GetFileType(file) !== onDisk) return 1;
      if (GetFileSizeEx(file, size) === 0) return 0;
      if ((size[0] ?? 0n) > BigInt(most)) return 1;
      const bytes = Buffer.alloc(Number(size[0]));
      const read = new Uint32Array(1);
      if (ReadFile(file, bytes, bytes.length, read, null) === 0) return 0;
      content = bytes.subarray(0, read[0] ?? 0);
      return 1;
    },
    anonymous,
  );
  if (error !== 0) return { error };
  return content === null ? { tooLong: true } : { content };
}

function withFile(
  path: string,
  access: number,
  how: number,
  use: (file: number | bigint) => number,
  flags = noLinks,
): number {
  const { CreateFileW, CloseHandle, GetLastError } = kernel32();
  const file = CreateFileW(toWide(path), access, shareAll, null, how, flags, null);
  if (isInvalidHandle(file)) return GetLastError();
  const error = use(file) === 0 ? GetLastError() : 0;
  CloseHandle(BigInt(file));
  return error;
}
