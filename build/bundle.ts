import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, type Say } from './run-node.ts';

const root = join(import.meta.dirname, '..');

/** What the bundles are made of. Folders count too, because a file that is deleted changes only its folder. */
const sources = ['src/**', 'build/**', 'electron.config.ts', 'package-lock.json', 'tsconfig.json'];

/** Written last by the build. */
const bundles = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Bundles the program into `out/` unless that is newer than everything it is made of; returns an exit code. */
export async function bundle(say: Say, { anew = false } = {}): Promise<number> {
  if (!anew && isFresh()) return 0;
  const builder = 'node_modules/electron-vite/bin/electron-vite.js';
  const options = ['build', '--config', 'electron.config.ts', '--logLevel', 'warn'];
  return await runNode([builder, ...options], say);
}

function isFresh(): boolean {
  const built = bundles.map((path) => changedAt(join(root, path)));
  const oldest = Math.min(...built);
  return globSync(sources, { cwd: root }).every((path) => changedAt(join(root, path)) < oldest);
}

/** Never, where there is nothing. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}

if (import.meta.main) {
  const say: Say = (text) => process.stdout.write(text);
  process.exitCode = await bundle(say, { anew: process.argv.includes('--anew') });
}
