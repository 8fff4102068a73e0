import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../../src/main/disk/data-folder.ts';

/** A folder of run data of which nobody has to doubt anything; made where it is missing. */
export function runsIn(path: string): DataFolder {
  mkdirSync(join(path, 'runs'), { recursive: true });
  return { path, movedAside: [], make: (folder) => mkdirSync(folder), doubt: () => null };
}
