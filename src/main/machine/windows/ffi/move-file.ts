import type { KoffiFunc } from 'koffi';
import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { lazyLibrary } from './library.ts';
import { ntdll } from './ntdll.ts';
import { fromWide, toWide } from './wide-string.ts';

type Handle = number | bigint;

/** Source: Microsoft, Windows SDK header `fileapi.h`. */
const fileFunctions = lazyLibrary('kernel32.dll', (library) => ({
  GetFinalPathNameByHandleW: library.func(
    'uint32 __stdcall GetFinalPathNameByHandleW(intptr_t file, void *path, uint32 length, uint32 flags)',
  ) as KoffiFunc<(file: Handle, path: Buffer, length: number, flags: number) => number>,
  CreateDirectoryW: library.func(
    'int __stdcall CreateDirectoryW(void *path, void *security)',
  ) as KoffiFunc<(path: Buffer, security: null) => number>,
  MoveFileExW: library.func(
    'int __stdcall MoveFileExW(void *from, void *to, uint32 flags)',
  ) as KoffiFunc<(from: Buffer, to: Buffer, flags: number) => number>,
  RemoveDirectoryW: library.func('int __stdcall RemoveDirectoryW(void *path)') as KoffiFunc<
    (path: Buffer) => number
  >,
}));

const access = {
  delete: 0x10000,
  synchronize: 0x100000,
  readAttributes: 0x80,
  writeAttributes: 0x100,
} as const;
const shareAll = 7;
const openExisting = 3;
/** Opens folders too, past access lists for who has the right; and a link itself, not what it leads to. */
const flags = 0x02000000 | 0x00200000;
/** Characters; no path is longer. */
const longestPath = 32_768;
const pathNotFound = 3;

/** Where a file or folder really lies, without following a link that it is itself; or a Windows error number. */
export function finalPath(path: string): string | number {
  return withFile(path, access.readAttributes, (file) => finalPathOf(file) ?? pathNotFound);
}

/**
 * Moves a file or folder by what it is and not by its name: what was opened is moved, only from where it should lie and
 * only to where it should come to, whatever somebody changes on the way meanwhile. Nothing is replaced, and nothing is
 * copied. 0 or a Windows error number.
 */
export function moveFile(from: string, to: string): number {
  const wanted = access.delete | access.synchronize | access.readAttributes;
  const done = withFile(from, wanted, (file) => {
    if (!isSame(finalPathOf(file), from)) return pathNotFound;
    const code = rename(file, to);
    if (code !== 0 || isSame(finalPathOf(file), to)) return code;
    // A folder on the way was changed for a link meanwhile.
    rename(file, from);
    return pathNotFound;
  });
  return typeof done === 'number' ? done : pathNotFound;
}

/** `MOVEFILE_DELAY_UNTIL_REBOOT`. */
const untilRestart = 4;

/** Has Windows move a file or folder on its volume with the next start; 0 or a Windows error number. */
export function moveWithRestart(from: string, to: string): number {
  const [source, target] = [from, to].map((path) => toWide(`\\\\?\\${path}`)) as [Buffer, Buffer];
  const listed = fileFunctions().MoveFileExW(source, target, untilRestart);
  return listed === 0 ? kernel32().GetLastError() : 0;
}

/** 0 or a Windows error number. */
export function createFolder(path: string): number {
  const made = fileFunctions().CreateDirectoryW(toWide(`\\\\?\\${path}`), null);
  return made === 0 ? kernel32().GetLastError() : 0;
}

/** Deletes an empty folder; 0 or a Windows error number. */
export function removeFolder(path: string): number {
  const removed = fileFunctions().RemoveDirectoryW(toWide(`\\\\?\\${path}`));
  return removed === 0 ? kernel32().GetLastError() : 0;
}

/**
 * Deletes a file, an empty folder or a link itself by what it is and not by its name: what was opened, and only where it
 * should lie. One that is read-only goes too. 0 or a Windows error number.
 */
export function eraseFile(path: string): number {
  const wanted =
    access.delete | access.synchronize | access.readAttributes | access.writeAttributes;
  const done = withFile(path, wanted, (file) => {
    if (!isSame(finalPathOf(file) ?? nameOnVolume(file, path), path)) return pathNotFound;
    const plain = Buffer.alloc(40);
    plain.writeUInt32LE(normalAttributes, 32);
    const code = set(file, basicInformation, plain);
    return code === 0 ? set(file, dispositionInformation, Buffer.from([1])) : code;
  });
  return typeof done === 'number' ? done : pathNotFound;
}

function withFile(
  path: string,
  wanted: number,
  use: (file: Handle) => string | number,
): string | number {
  const { CreateFileW, CloseHandle, GetLastError } = kernel32();
  const name = toWide(`\\\\?\\${path}`);
  const file = CreateFileW(name, wanted, shareAll, null, openExisting, flags, null);
  if (isInvalidHandle(file)) return GetLastError();
  try {
    return use(file);
  } finally {
    CloseHandle(BigInt(file));
  }
}

function finalPathOf(file: Handle): string | null {
  const path = Buffer.alloc(2 * longestPath);
  const length = fileFunctions().GetFinalPathNameByHandleW(file, path, longestPath, 0);
  return length === 0 ? null : fromWide(path, length).replace(/^\\\\\?\\/, '');
}

/**
 * The same without its volume, which is taken from the path that was asked for: a volume without a name of its own has no
 * final path, nor has under Wine a path of more than 260 characters.
 */
function nameOnVolume(file: Handle, asked: string): string | null {
  const name = Buffer.alloc(4 + 2 * longestPath);
  const { NtQueryInformationFile } = ntdll();
  const status = NtQueryInformationFile(file, Buffer.alloc(16), name, name.length, nameInformation);
  if (status !== 0) return null;
  return `${asked.slice(0, 2)}${name.toString('utf16le', 4, 4 + name.readUInt32LE(0))}`;
}

/** `FILE_INFORMATION_CLASS` and its structures. Source: Microsoft, driver kit headers `wdm.h`, `ntifs.h`. */
const basicInformation = 4;
const nameInformation = 9;
const renameInformation = 10;
const dispositionInformation = 13;
const nameOffset = 20;
/** Takes "read-only" off. */
const normalAttributes = 0x80;

function rename(file: Handle, to: string): number {
  const name = Buffer.from(`\\??\\${to}`, 'utf16le');
  const information = Buffer.alloc(nameOffset + name.length + 2);
  information.writeUInt32LE(name.length, 16);
  name.copy(information, nameOffset);
  return set(file, renameInformation, information);
}

function set(file: Handle, kind: number, information: Buffer): number {
  const { NtSetInformationFile, RtlNtStatusToDosError } = ntdll();
  const status = NtSetInformationFile(
    file,
    Buffer.alloc(16),
    information,
    information.length,
    kind,
  );
  return status === 0 ? 0 : RtlNtStatusToDosError(status);
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
