import * as files from 'node:fs';
import { promisify } from 'node:util';
import { quoted } from '../../../../shared/domain/message.ts';
import type { Gap } from '../../../../shared/domain/section.ts';
import { type Disk, type DiskEntry, type OpenFile, type Opened, pieceOfFolder } from './disk.ts';

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = files.constants;

/** Not `node:fs/promises`, whose handles cost more than what is read through them here. */
const [open, fstat, read, opendir] = [
  promisify(files.open),
  promisify(files.fstat),
  promisify(files.read),
  promisify(files.opendir),
];

/**
 * Disks of a computer that does not run, mounted at these places on a system of the POSIX kind. As little as links are
 * other file systems followed that are mounted below them.
 */
export function posixDisk(places: readonly string[]): Disk {
  const devices = new Set<number>();
  /** What was just opened is known to the system, so that nothing is waited for. Only a place itself may be a link. */
  const isToEnter = (folder: string): boolean => {
    if (places.includes(folder)) {
      devices.add(files.statSync(folder).dev);
      return true;
    }
    const facts = files.lstatSync(folder);
    return facts.isDirectory() && devices.has(facts.dev);
  };
  return {
    separator: '/',
    list: async (folder, take) => {
      try {
        const directory = await opendir(folder);
        try {
          if (isToEnter(folder)) await listOpened(directory, take);
        } finally {
          directory.closeSync();
        }
        return null;
      } catch (error) {
        return isSystems(error) ? gapOf(folder, error) : rethrown(error);
      }
    },
    open: openFile,
  };
}

/** An entry is read at once from what the system gave for many. */
async function listOpened(
  directory: files.Dir,
  take: (entries: readonly DiskEntry[]) => Promise<void>,
): Promise<void> {
  let piece: DiskEntry[] = [];
  for (let next = directory.readSync(); next !== null; next = directory.readSync()) {
    piece.push({ name: next.name, kind: kindOf(next) });
    if (piece.length < pieceOfFolder) continue;
    await take(piece);
    piece = [];
  }
  await take(piece);
}

/** Whatever is neither a file nor a folder (a pipe, a device) is as little opened as a link. */
function kindOf(entry: files.Dirent): DiskEntry['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'link';
}

async function openFile(path: string): Promise<Opened> {
  try {
    return { ok: true, file: openedFile(await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)) };
  } catch (error) {
    return { ok: false, gap: isSystems(error) ? gapOf(path, error) : rethrown(error) };
  }
}

function openedFile(handle: number): OpenFile {
  return {
    size: async () => {
      try {
        return (await fstat(handle)).size;
      } catch {
        return null;
      }
    },
    read: async (at, into, length) => {
      try {
        return (await read(handle, into, 0, length, at)).bytesRead;
      } catch {
        return null;
      }
    },
    // Nothing was written that would have to be waited for.
    close: () => files.closeSync(handle),
  };
}

function isSystems(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function rethrown(error: unknown): never {
  throw error;
}

/** Null for what is gone, or has become a link, since it was listed. */
function gapOf(subject: string, { code, message: said }: NodeJS.ErrnoException): Gap | null {
  if (code === 'ENOENT' || code === 'ELOOP') return null;
  const denied = code === 'EACCES' || code === 'EPERM';
  return {
    subject,
    reason: denied ? 'accessDenied' : 'failed',
    detail: quoted(said),
    needsAdministrator: denied,
  };
}
