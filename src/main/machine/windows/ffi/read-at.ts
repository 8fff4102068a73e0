import { promisify } from 'node:util';
import { fileFunctions } from './file-functions.ts';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { toWide } from './wide-string.ts';

const readAccess = 0x80000000;
const shareAll = 7;
const openExisting = 3;
/** `FILE_FLAG_OPEN_REPARSE_POINT`: a link is opened itself and not what it points at. */
const noLinks = 0x200000;
/**
 * `SECURITY_SQOS_PRESENT` and anonymous, for what answers in place of a file; of a file the same bit is
 * `FILE_FLAG_OPEN_NO_RECALL`: what lies on another computer is not fetched.
 */
const anonymous = 0x100000;
/** `FILE_TYPE_DISK`. */
const onDisk = 1;

/** Runs a call of Windows in a background thread. */
type Background = <T>(run: () => Promise<T>) => Promise<T>;

/** An open file that is read from any place, in background threads. */
export interface FileAt {
  /** Bytes. */
  readonly size: number;
  /** Puts bytes at the beginning of `into`: how many, fewer only where the file ends; null where they cannot be read. */
  readonly read: (at: number, into: Buffer, length: number) => Promise<number | null>;
  readonly close: () => void;
}

/**
 * Opens a file on a disk for reading; else a Windows error number, 0 for what is no file on a disk. `plainly` is for a file
 * that is stored in a way of its own, which only who opens it plainly, through what stores it, can read.
 */
export async function openFileAt(
  path: string,
  plainly: boolean,
  background: Background,
): Promise<FileAt | number> {
  const { CreateFileW, CloseHandle, GetLastError } = kernel32();
  const flags = plainly ? anonymous : noLinks | anonymous;
  const given = [toWide(path), readAccess, shareAll, null, openExisting, flags, null] as const;
  let file: number | bigint = await background(() => promisify(CreateFileW.async)(...given));
  if (isInvalidHandle(file)) {
    // The number of an error stays in the thread that met it.
    file = CreateFileW(...given);
    if (isInvalidHandle(file)) return GetLastError();
  }
  const size = sizeOf(file);
  const close = () => void CloseHandle(BigInt(file));
  if (size === null) close();
  return size === null ? 0 : { size, read: readerOf(file, size, background), close };
}

function sizeOf(file: number | bigint): number | null {
  const { GetFileType, GetFileSizeEx } = fileFunctions();
  const size = new BigInt64Array(1);
  if (GetFileType(file) !== onDisk || GetFileSizeEx(file, size) === 0) return null;
  return Number(size[0]);
}

function readerOf(file: number | bigint, size: number, background: Background): FileAt['read'] {
  const readFile = promisify(fileFunctions().ReadFile.async);
  return async (at, into, length) => {
    const wanted = Math.min(length, size - at);
    if (wanted <= 0) return 0;
    const read = new Uint32Array(1);
    // OVERLAPPED, whose place in the file counts for a file that is read in order too.
    const place = Buffer.alloc(32);
    place.writeBigUInt64LE(BigInt(at), 16);
    const done = await background(() => readFile(file, into, wanted, read, place));
    return done === 0 ? null : (read[0] ?? 0);
  };
}
