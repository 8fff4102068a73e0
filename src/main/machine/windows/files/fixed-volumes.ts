import { kernel32 } from '../ffi/kernel32.ts';
import { fromWide, toWide } from '../ffi/wide-string.ts';

/** `DRIVE_REMOVABLE`, `FIXED`, `REMOTE`, `CDROM`, `RAMDISK`. Source: Microsoft, Windows SDK header `fileapi.h`. */
const drives = { removable: 2, fixed: 3, remote: 4, cdrom: 5, memory: 6 } as const;

/** The volumes on disks of this computer, like `C:`; none that is removable or lies in the network. */
export function fixedVolumes(): readonly string[] {
  return lettersOf([drives.fixed]);
}

/**
 * What a deep scan looks into: the disks of this computer, or all that have a letter. A letter that stands for a folder of
 * another one (`subst`) is none.
 */
export function volumesToSearch(disks: 'fixed' | 'all'): readonly string[] {
  const kinds = disks === 'all' ? Object.values(drives) : [drives.fixed, drives.memory];
  return lettersOf(kinds).filter((volume) => !isSubstitute(volume));
}

function lettersOf(kinds: readonly number[]): readonly string[] {
  const { GetLogicalDrives, GetDriveTypeW } = kernel32();
  const bits = GetLogicalDrives();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((_, bit) => (bits & (1 << bit)) !== 0);
  return letters
    .map((letter) => `${letter}:`)
    .filter((volume) => kinds.includes(GetDriveTypeW(toWide(`${volume}\\`))));
}

/** Where the name of a device is one of the file system, it is a folder that has been given a letter. */
function isSubstitute(volume: string): boolean {
  const target = Buffer.alloc(2 * 1024);
  const length = kernel32().QueryDosDeviceW(toWide(volume), target, target.length / 2);
  return length > 0 && fromWide(target, 4) === '\\??\\';
}
