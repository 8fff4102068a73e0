import { kernel32 } from '../ffi/kernel32.ts';
import { toWide } from '../ffi/wide-string.ts';

/** `DRIVE_FIXED`. Source: Microsoft, Windows SDK header `fileapi.h`. */
const fixedDrive = 3;

/** The volumes on disks of this computer, like `C:`; none that is removable or lies in the network. */
export function fixedVolumes(): readonly string[] {
  const { GetLogicalDrives, GetDriveTypeW } = kernel32();
  const drives = GetLogicalDrives();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((_, bit) => (drives & (1 << bit)) !== 0);
  return letters
    .map((letter) => `${letter}:`)
    .filter((volume) => GetDriveTypeW(toWide(`${volume}\\`)) === fixedDrive);
}
