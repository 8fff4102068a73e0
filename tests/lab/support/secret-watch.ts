import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabMachine } from './lab-machine.ts';
import { lookMeanwhile, processIds } from './machine-processes.ts';

/** What was seen of the processes of a machine while something ran. */
export interface Watch {
  /** Command lines and environments that held a secret. */
  readonly leaks: readonly string[];
  /** True when the process that the test is about was seen at all. */
  readonly sawWorker: boolean;
}

/** Looks at the command line and the environment of every process of a machine until `work` has ended. */
export async function watchProcesses<T>(
  machine: LabMachine,
  secrets: readonly string[],
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly watch: Watch }> {
  const leaks = new Set<string>();
  let sawWorker = false;
  const look = async (proc: string) => {
    for (const [path, text] of await processTexts(proc)) {
      if (text.includes('--worker')) sawWorker = true;
      if (secrets.some((secret) => text.includes(secret))) leaks.add(`${path}: ${text}`);
    }
  };
  const value = await lookMeanwhile(machine, look, work);
  return { value, watch: { leaks: [...leaks], sawWorker } };
}

async function processTexts(proc: string): Promise<(readonly [string, string])[]> {
  const ids = await processIds(proc);
  const paths = ids.flatMap((id) => [`${proc}/${id}/cmdline`, `${proc}/${id}/environ`]);
  return Promise.all(
    paths.map(async (path) => [path, await readFile(path, 'utf8').catch(() => '')] as const),
  );
}

/** Files below a folder that were changed after a moment and hold one of the texts, in UTF-8 or UTF-16. */
export async function filesWith(
  texts: readonly string[],
  folder: string,
  changedAfter: number,
): Promise<string[]> {
  const patterns = texts.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
  ]);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    // The time of a change may lag the clock by a tick of the system.
    if (!entry.isFile() || (await stat(path)).ctimeMs < changedAfter - 50) continue;
    const content = await readFile(path);
    if (patterns.some((pattern) => content.includes(pattern))) found.push(path);
  }
  return found;
}
