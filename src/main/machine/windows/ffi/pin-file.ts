import { isInvalidHandle, kernel32 } from './kernel32.ts';
import { toWide } from './wide-string.ts';

const readAccess = 0x80000000;
const shareReading = 1;
const openExisting = 3;
/** `FILE_FLAG_OPEN_REPARSE_POINT`: a link is opened itself and not what it points at. */
const noLinks = 0x200000;

/**
 * Keeps a file, and the folders it lies in, as they are until the returned function is called: nobody can write, replace
 * or rename them. Null when somebody has it open for that already, or it cannot be opened.
 */
export function pinFile(path: string): (() => void) | null {
  const { CreateFileW, CloseHandle } = kernel32();
  const wide = toWide(path);
  const file = CreateFileW(wide, readAccess, shareReading, null, openExisting, noLinks, null);
  return isInvalidHandle(file) ? null : () => void CloseHandle(BigInt(file));
}
