import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../../disk/make-folder.ts';

/** Where the library may lie, the first that works; each is believed only while it is what was packed. */
export interface LibraryPlace {
  readonly folder: string;
  /** Nothing is written there: it counts only where the library lies there already. */
  readonly readOnly: boolean;
}

/**
 * Where the native library of the console program is put before Windows loads it. With the rights of an administrator it is
 * below "Program Files" and nowhere else, because only administrators write there; without them a folder of the person
 * does, since nothing can be lost to a program of the same person. `windows` is its folder, `C:\Windows`.
 */
export function libraryPlaces(windows: string): readonly LibraryPlace[] {
  const elevated = isElevated(windows);
  const programs = join(windows, '..', 'Program Files', 'Cutover', 'bin');
  const own = { folder: join(tmpdir(), 'Cutover'), readOnly: false };
  return [{ folder: programs, readOnly: !elevated }, ...(elevated ? [] : [own])];
}

/**
 * Only administrators may list this folder, and before the library is there no function of Windows can be asked. Whatever
 * is not a plain refusal counts as elevated, which trusts less.
 */
function isElevated(windows: string): boolean {
  try {
    readdirSync(join(windows, 'System32', 'config'));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'EPERM' && code !== 'EACCES';
  }
}

/**
 * Puts the library into the first place that takes it and returns its path. What lies there already is used only when it is
 * the same, byte for byte; anything else is replaced as a whole. Throws why the last place did not take it.
 */
export function placeLibrary(
  name: string,
  library: Uint8Array,
  places: readonly LibraryPlace[],
): string {
  let problem: unknown = new Error('There is no place for the native library.');
  for (const { folder, readOnly } of places) {
    const path = join(folder, name);
    if (isSame(path, library)) return path;
    if (readOnly) continue;
    try {
      write(folder, path, library);
      if (isSame(path, library)) return path;
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

function isSame(path: string, library: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(library);
  } catch {
    return false;
  }
}

/** Several may begin at once, and one of them may have loaded it already: then the same file stays. */
function write(folder: string, path: string, library: Uint8Array): void {
  makeFolder(folder);
  const part = `${path}.${process.pid}`;
  try {
    rmSync(part, { force: true });
    writeFileSync(part, library, { flag: 'wx' });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    if (!isSame(path, library)) throw error;
  }
}
