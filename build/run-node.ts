import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type Say = (text: string | Uint8Array) => void;

/** Runs a program of the project on this Node, hands on what it says, and returns its exit code. */
export async function runNode(
  args: readonly string[],
  say: Say,
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...colours, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', say);
  child.stderr.on('data', say);
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}
