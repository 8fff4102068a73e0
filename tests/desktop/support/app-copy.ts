import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder } from './guide-app.ts';

/** One change of a built file: everything that the pattern matches becomes the text. */
export interface Change {
  readonly pattern: RegExp;
  readonly text: string;
}

/**
 * Copies the built app and takes something out of it. It lies inside the project, so that it finds the same
 * packages.
 *
 * @throws when a change finds nothing to change: the spec would prove nothing.
 */
export function changedApp(name: string, changes: readonly Change[]): string {
  const folder = join(appFolder, 'out', 'changed', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(appFolder, 'out', part), join(folder, 'out', part), { recursive: true });
  cpSync(join(appFolder, 'package.json'), join(folder, 'package.json'));
  for (const change of changes) apply(folder, change);
  return folder;
}

function apply(folder: string, { pattern, text }: Change): void {
  const files = ['out/main', 'out/preload', 'out/renderer'].flatMap((part) =>
    readdirSync(join(folder, part), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, part, entry.name)),
  );
  const changed = files.filter((file) => {
    const before = readFileSync(file, 'utf8');
    const after = before.replaceAll(new RegExp(pattern, 'g'), text);
    if (after === before) return false;
    writeFileSync(file, after);
    return true;
  });
  if (changed.length === 0) throw new Error(`Nothing in the built app matches ${pattern}.`);
}
