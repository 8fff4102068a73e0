/**
 * Runs on the Windows of the lab: opens a file as a virus scanner does, so that others may read and write it and nobody may
 * delete or rename it, and lets it go after a while.
 */
import { kernel32 } from '../../../src/main/machine/windows/ffi/kernel32.ts';
import { toWide } from '../../../src/main/machine/windows/ffi/wide-string.ts';

const [path = '', holdMs = '0', share = '3'] = process.argv.slice(2);
const [genericRead, openExisting] = [0x8000_0000, 3];
const name = toWide(path);
const handle = kernel32().CreateFileW(
  name,
  genericRead,
  Number(share),
  null,
  openExisting,
  0,
  null,
);
console.log(`held ${handle}`);
setTimeout(() => {
  kernel32().CloseHandle(BigInt(handle));
  process.exit(0);
}, Number(holdMs));
