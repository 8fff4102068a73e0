import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Whether files were written after everything that they are made of. Folders count too, because a file that is deleted
 * changes only its folder.
 */
export function isFresh(made: readonly string[], sources: readonly string[]): boolean {
  const oldest = Math.min(...made.map((path) => changedAt(join(root, path))));
  return globSync(sources, { cwd: root }).every((path) => changedAt(join(root, path)) < oldest);
}

/** Never, where there is nothing. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}
