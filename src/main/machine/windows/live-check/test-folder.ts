import { mkdtempSync, readdirSync } from 'node:fs';
import { lstat, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { controlName, sampleName } from './watch-test-file.ts';

/**
 * A folder of the live check. Its name holds the process it belongs to; it is made before anything is written, so it is
 * itself the record by which the next live check finds what a crash has left behind.
 */
export const testFolderName = /^cutover-live-check-(\d+)-[A-Za-z0-9]{6}$/;

export function makeTestFolder(parent: string): string {
  return mkdtempSync(join(parent, `cutover-live-check-${process.pid}-`));
}

const tries = 3;
const betweenTriesMs = 250;

/** Deletes our two files and the folder; a scanner may hold them for a moment. False when something is still there. */
export async function removeTestFolder(folder: string): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (attempt > 1) await sleep(betweenTriesMs);
    if (await removeOnce(folder)) return true;
  }
  return false;
}

/** By name and never recursively: somebody else could have put a link in the place of the folder. */
async function removeOnce(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (found === null) return true;
  if (!found.isDirectory()) return false;
  try {
    for (const name of [sampleName, controlName]) await rm(join(folder, name), { force: true });
    await rmdir(folder);
    return true;
  } catch {
    return false;
  }
}

/** Folders that live checks left whose process is gone. */
export async function removeLeftovers(
  parent: string,
  isRunning: (pid: number) => boolean = processExists,
): Promise<void> {
  for (const name of readdirSync(parent)) {
    const pid = testFolderName.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await removeTestFolder(join(parent, name));
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
