import { writeConsoleStart } from './console/bundle-console.ts';
import { isFresh } from './fresh.ts';
import { runNode, type Say } from './run-node.ts';

/** What the bundles are made of. */
const sources = ['src/**', 'build/**', 'electron.config.ts', 'package-lock.json', 'tsconfig.json'];

/** Written last by the build. */
const bundles = [
  'out/main/index.js',
  'out/main/console.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** Bundles the program into `out/` unless that is newer than everything it is made of; returns an exit code. */
export async function bundle(say: Say, { anew = false } = {}): Promise<number> {
  if (!anew && isFresh(bundles, sources)) return 0;
  const builder = 'node_modules/electron-vite/bin/electron-vite.js';
  const options = ['build', '--config', 'electron.config.ts', '--logLevel', 'warn'];
  const codes = await Promise.all([
    runNode([builder, ...options], say),
    runNode(['build/console/bundle-console.ts'], say),
  ]);
  writeConsoleStart();
  return Math.max(...codes);
}

if (import.meta.main) {
  const say: Say = (text) => process.stdout.write(text);
  process.exitCode = await bundle(say, { anew: process.argv.includes('--anew') });
}
