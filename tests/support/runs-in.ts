import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { posixAccess } from '../../src/main/disk/posix-access.ts';
import type { DataFolder } from '../../src/main/disk/data-folder.ts';

/** A folder of run data of which nobody has to doubt anything; made where it is missing. */
export function runsIn(path: string): DataFolder {
  mkdirSync(join(path, 'runs'), { recursive: true });
  const { make, list, erase } = posixAccess();
  return { path, movedAside: [], make, list, erase, doubt: () => null };
}
