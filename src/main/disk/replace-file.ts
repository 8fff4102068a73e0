import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isBusy, patiently } from './patiently.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Replaces a file as a whole or not at all: a temporary file beside it, flushed, then renamed. A kill or a full disk
 * leaves the old file or the new one, never half of it. Where another program holds one of the two for long, the file is
 * written in its place at last: a report that may be cut off by a kill is better than none. Throws what the system says.
 */
export function replaceFile(path: string, content: string, limitMs?: number): void {
  const temporary = `${path}.tmp`;
  try {
    writeFlushed(temporary, content);
    rename(temporary, path, content, limitMs);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

function rename(temporary: string, path: string, content: string, limitMs?: number): void {
  try {
    patiently(() => renameSync(temporary, path), limitMs);
  } catch (error) {
    if (!isBusy(error)) throw error;
    try {
      writeFlushed(path, content);
    } catch {
      throw error;
    }
    rmSync(temporary, { force: true });
  }
}

function writeFlushed(path: string, content: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, Buffer.from(content));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
