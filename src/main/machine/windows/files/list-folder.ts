import type { Gap } from '../../../../shared/domain/section.ts';
import { tooManyEntries } from '../../../../shared/domain/too-many-entries.ts';
import { isInvalidHandle, kernel32 } from '../ffi/kernel32.ts';
import { toWide, wideAt } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import { windowsGap } from '../system/windows-gap.ts';

/** What lies in a folder. A junction or symbolic link is a `link`, whatever it leads to. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly size: number;
}

/** `found: false` with a null gap means that there is no such folder; a gap beside entries, that some are missing. */
export interface FolderListing {
  readonly found: boolean;
  readonly entries: readonly FolderEntry[];
  readonly gap: Gap | null;
}

/** `WIN32_FIND_DATAW`. Source: Microsoft, Windows SDK header `minwinbase.h`. */
export const findDataSize = 592;
const basicInformation = 1;
const nameMatch = 0;
const largeFetch = 2;

/** More than any folder that is looked into has, and a second's work; whoever may write there could put in any number. */
const mostEntries = 100_000;

/** Lists one folder with the sizes of its files, in one pass. The path is absolute and may be long. */
export function listFolder(path: string): FolderListing {
  const { FindFirstFileExW, FindNextFileW, FindClose, GetLastError } = kernel32();
  const data = Buffer.alloc(findDataSize);
  const pattern = toWide(`${longPath(path)}\\*`);
  const handle = FindFirstFileExW(pattern, basicInformation, data, nameMatch, null, largeFetch);
  if (isInvalidHandle(handle)) {
    return { found: false, entries: [], gap: absentOr(path, GetLastError()) };
  }
  const entries: FolderEntry[] = [];
  do {
    const entry = parseFindData(data);
    if (entry.name !== '.' && entry.name !== '..') entries.push(entry);
  } while (entries.length < mostEntries && FindNextFileW(handle, data) !== 0);
  const end = entries.length < mostEntries ? GetLastError() : null;
  FindClose(handle);
  if (end === null) return { found: true, entries, gap: tooManyEntries(path, mostEntries) };
  return { found: true, entries, gap: end === win32.noMoreFiles ? null : windowsGap(path, end) };
}

/** One file or folder by its path, without following a link; null when there is none or it cannot be seen. */
export function findEntry(path: string): FolderEntry | null {
  const { FindFirstFileExW, FindClose } = kernel32();
  const data = Buffer.alloc(findDataSize);
  const name = toWide(longPath(path));
  const handle = FindFirstFileExW(name, basicInformation, data, nameMatch, null, 0);
  if (isInvalidHandle(handle)) return null;
  FindClose(handle);
  return parseFindData(data);
}

const reparsePoint = 0x400;
const directory = 0x10;

function parseFindData(data: Buffer): FolderEntry {
  const attributes = data.readUInt32LE(0);
  const size = data.readUInt32LE(28) * 2 ** 32 + data.readUInt32LE(32);
  const isFolder = (attributes & directory) !== 0;
  const kind = (attributes & reparsePoint) !== 0 ? 'link' : isFolder ? 'folder' : 'file';
  return { name: foundName(data), kind, size: isFolder ? 0 : size };
}

/** The name in `WIN32_FIND_DATAW`. */
export function foundName(data: Buffer): string {
  return wideAt(data, 44);
}

/** Lifts the limit of 260 characters (Microsoft: "Maximum Path Length Limitation"). */
export function longPath(path: string): string {
  if (path.startsWith('\\\\?\\')) return path;
  return path.startsWith('\\\\') ? `\\\\?\\UNC\\${path.slice(2)}` : `\\\\?\\${path}`;
}

const absentCodes: readonly number[] = [win32.fileNotFound, win32.pathNotFound, win32.notReady];

function absentOr(path: string, code: number): Gap | null {
  return absentCodes.includes(code) ? null : windowsGap(path, code);
}
