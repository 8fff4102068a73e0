import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { projectFolder } from '../../lab/support/lab-paths.ts';
import { chromiumProgram } from '../../standin/chromium/chromium-program.ts';

/** Of one start; far more than the slowest ever took. */
const limitMs = 60_000;

/** Electron where it was downloaded, else what takes its place; null where neither is. */
export function electronProgram(): { readonly name: string; readonly program: string } | null {
  const require = createRequire(import.meta.url);
  if (existsSync(join(dirname(require.resolve('electron/package.json')), 'path.txt')))
    return { name: 'Electron', program: require('electron') as string };
  if (chromiumProgram() === null) return null;
  const program = join(projectFolder, 'tests/standin/bin/electron');
  return { name: 'stand-in for Electron', program };
}

/**
 * Milliseconds from the start of a program until its first page can be used. Ends it and waits until it is gone, so
 * that it does not disturb the next.
 *
 * @throws when it ends before, or takes longer than a minute.
 */
export async function startUp(program: string, app: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'cutover-bench-'));
  const preload = join(import.meta.dirname, 'say-usable.cjs');
  const folders = [`--user-data-dir=${join(folder, 'user')}`, `--data-folder=${folder}`];
  const start = performance.now();
  const child = spawn(program, ['-r', preload, app, ...folders], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The stand-in's `#!/usr/bin/env node` has to find this Node.
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}` },
    timeout: limitMs,
  });
  const exited = once(child, 'exit');
  try {
    const isUsable = await Promise.race([saidUsable(child), exited.then(() => false)]);
    if (!isUsable) throw new Error(`${app} ended before its page could be used.`);
    return performance.now() - start;
  } finally {
    child.kill();
    await exited;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function saidUsable({ stdout }: ChildProcess): Promise<boolean> {
  let printed = '';
  for await (const data of stdout ?? []) {
    printed += String(data);
    if (printed.includes('usable')) return true;
  }
  return false;
}
