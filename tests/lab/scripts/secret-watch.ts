import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What was seen of the processes on this computer, the lab's among them, while something ran. */
export interface Watch {
  /** Command lines and environments that held a secret. */
  readonly leaks: readonly string[];
  /** True when the process that the test is about was seen at all. */
  readonly sawWorker: boolean;
}

/** Looks at the command line and the environment of every process until `work` has ended. */
export async function watchProcesses<T>(
  secrets: readonly string[],
  work: Promise<T>,
): Promise<{ readonly value: T; readonly watch: Watch }> {
  const ended = new AbortController();
  const looking = look(secrets, ended.signal);
  const value = await work.finally(() => ended.abort());
  return { value, watch: await looking };
}

async function look(secrets: readonly string[], ended: AbortSignal): Promise<Watch> {
  const leaks = new Set<string>();
  let sawWorker = false;
  while (!ended.aborted) {
    for (const [path, text] of await processTexts()) {
      if (text.includes('--worker')) sawWorker = true;
      if (secrets.some((secret) => text.includes(secret))) leaks.add(`${path}: ${text}`);
    }
    await sleep(10);
  }
  return { leaks: [...leaks], sawWorker };
}

async function processTexts(): Promise<(readonly [string, string])[]> {
  const ids = (await readdir('/proc')).filter(
    (name) => /^\d+$/.test(name) && name !== String(process.pid),
  );
  const paths = ids.flatMap((id) => [`/proc/${id}/cmdline`, `/proc/${id}/environ`]);
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
    if (!entry.isFile() || (await stat(path)).ctimeMs < changedAfter) continue;
    const content = await readFile(path);
    if (patterns.some((pattern) => content.includes(pattern))) found.push(path);
  }
  return found;
}
