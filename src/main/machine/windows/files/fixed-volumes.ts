import { kernel32 } from '../ffi/kernel32.ts';
import { type Volume, volumes } from '../ffi/volumes.ts';
import { fromWide, toWide } from '../ffi/wide-string.ts';

/** `DRIVE_REMOVABLE`, `FIXED`, `REMOTE`, `CDROM`, `RAMDISK`. Source: Microsoft, Windows SDK header `fileapi.h`. */
const drives = { removable: 2, fixed: 3, remote: 4, cdrom: 5, memory: 6 } as const;

/** The volumes on disks of this computer, like `C:`; none that is removable or lies in the network. */
export function fixedVolumes(): readonly string[] {
  return lettersOf([drives.fixed]);
}

/**
 * Where a deep scan begins: the disks of this computer, or all that there are. A letter that stands for a folder of another
 * one (`subst`) is none.
 */
export function placesToSearch(disks: 'fixed' | 'all'): readonly string[] {
  const kinds: readonly number[] =
    disks === 'all' ? Object.values(drives) : [drives.fixed, drives.memory];
  const letters = lettersOf(kinds).filter((volume) => !isSubstitute(volume));
  const others = volumes().filter(({ name }) => kinds.includes(driveType(name)));
  return [...letters.map((letter) => `${letter}\\`), ...placesWithoutLetter(others)];
}

/** Volumes that have no letter, each by the first folder that it is mounted in, else by its own name: no link leads there. */
export function placesWithoutLetter(found: readonly Volume[]): readonly string[] {
  return found
    .filter(({ paths }) => !paths.some((path) => /^[a-z]:\\$/i.test(path)))
    .map(({ name, paths }) => paths[0] ?? name);
}

function lettersOf(kinds: readonly number[]): readonly string[] {
  const bits = kernel32().GetLogicalDrives();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((_, bit) => (bits & (1 << bit)) !== 0);
  return letters
    .map((letter) => `${letter}:`)
    .filter((volume) => kinds.includes(driveType(`${volume}\\`)));
}

function driveType(root: string): number {
  return kernel32().GetDriveTypeW(toWide(root));
}

/** Where the name of a device is one of the file system, it is a folder that has been given a letter. */
function isSubstitute(volume: string): boolean {
  const target = Buffer.alloc(2 * 1024);
  const length = kernel32().QueryDosDeviceW(toWide(volume), target, target.length / 2);
  return length > 0 && fromWide(target, 4) === '\\??\\';
}
