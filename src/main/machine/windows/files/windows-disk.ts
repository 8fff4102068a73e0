import { promisify } from 'node:util';
import type { Gap } from '../../../../shared/domain/section.ts';
import {
  type Disk,
  type DiskEntry,
  type Opened,
  pieceOfFolder,
} from '../../sources/executables/disk.ts';
import { limited } from '../com/limiter.ts';
import { isInvalidHandle, kernel32 } from '../ffi/kernel32.ts';
import { openFileAt } from '../ffi/read-at.ts';
import { toWide } from '../ffi/wide-string.ts';
import { win32 } from '../ffi/win32-error.ts';
import { windowsGap } from '../system/windows-gap.ts';
import { findDataSize, foundName, longPath } from './list-folder.ts';

/** The disks of this computer, as a deep scan reads them: in background threads, and never through a link. */
export const windowsDisk: Disk = {
  separator: '\\',
  list: listInPieces,
  open: async (path, { plainly = false }): Promise<Opened> => {
    const file = await openFileAt(longPath(path), plainly, limited);
    if (typeof file === 'number') return { ok: false, gap: gapOf(path, file) };
    const { size, read, close } = file;
    return { ok: true, file: { size: async () => await Promise.resolve(size), read, close } };
  },
};

const basicInformation = 1;
const nameMatch = 0;
const largeFetch = 2;

async function listInPieces(
  folder: string,
  take: (entries: readonly DiskEntry[]) => Promise<void>,
): Promise<Gap | null> {
  const { FindNextFileW, FindClose, GetLastError } = kernel32();
  const data = Buffer.alloc(findDataSize);
  const handle = await findFirst(folder, data);
  if (typeof handle === 'object') return gapOf(folder, handle.error);
  try {
    for (;;) {
      const piece: DiskEntry[] = [];
      let goesOn = true;
      while (goesOn && piece.length < pieceOfFolder) {
        const entry = entryOf(data);
        if (entry.name !== '.' && entry.name !== '..') piece.push(entry);
        goesOn = FindNextFileW(handle, data) !== 0;
      }
      const end = goesOn ? null : GetLastError();
      await take(piece);
      if (end !== null) return end === win32.noMoreFiles ? null : windowsGap(folder, end);
    }
  } finally {
    FindClose(handle);
  }
}

/** In a background thread: this is what a disk that sleeps or a server that is gone keeps waiting. */
async function findFirst(
  folder: string,
  data: Buffer,
): Promise<number | bigint | { readonly error: number }> {
  const { FindFirstFileExW, GetLastError } = kernel32();
  const pattern = toWide(longPath(folder.endsWith('\\') ? `${folder}*` : `${folder}\\*`));
  const given = [pattern, basicInformation, data, nameMatch, null, largeFetch] as const;
  const handle: number | bigint = await limited(() => promisify(FindFirstFileExW.async)(...given));
  if (!isInvalidHandle(handle)) return handle;
  // The number of an error stays in the thread that met it.
  const again = FindFirstFileExW(...given);
  return isInvalidHandle(again) ? { error: GetLastError() } : again;
}

const directory = 0x10;
const reparsePoint = 0x400;
/** `FILE_ATTRIBUTE_OFFLINE`, `RECALL_ON_OPEN`, `RECALL_ON_DATA_ACCESS`: reading would fetch it from elsewhere. */
const elsewhere = 0x1000 | 0x40000 | 0x400000;

/**
 * `IsReparseTagNameSurrogate`: what stands for something with another name – a junction, a symbolic link, a mounted volume.
 * Other reparse points are files and folders of their own, stored in another way. Source: Microsoft, Windows SDK header
 * `winnt.h`.
 */
const nameSurrogate = 0x20000000;

/** What `WIN32_FIND_DATAW` says of an entry. Source: Microsoft, Windows SDK header `minwinbase.h`. */
export function entryOf(data: Buffer): DiskEntry {
  const attributes = data.readUInt32LE(0);
  const tag = (attributes & reparsePoint) === 0 ? 0 : data.readUInt32LE(36);
  const name = foundName(data);
  if ((tag & nameSurrogate) !== 0) return { name, kind: 'link' };
  if ((attributes & directory) !== 0) return { name, kind: 'folder' };
  if ((attributes & elsewhere) !== 0) return { name, kind: 'away' };
  return tag === 0 ? { name, kind: 'file' } : { name, kind: 'file', plainly: true };
}

const absent: readonly number[] = [
  win32.success,
  win32.fileNotFound,
  win32.pathNotFound,
  win32.notReady,
];

/** Null for what is gone since it was listed, or is no file on a disk; a drive without a disk has nothing to find. */
function gapOf(subject: string, code: number): Gap | null {
  return absent.includes(code) ? null : windowsGap(subject, code);
}
