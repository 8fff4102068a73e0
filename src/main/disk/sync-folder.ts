import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a new entry of a folder last. Windows has no such call for folders and does it by itself. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // EISDIR, EPERM or EACCES on Windows.
  }
}
