import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { RunFolder } from '../engine/record/run-folder.ts';
import { machineLockName, type LockRequest } from '../engine/record/run-lock.ts';
import type { Machine } from '../machine/machine.ts';
import { thisPlatform, whyNotHere } from '../machine/open-machine.ts';

/** What lets one run at a time onto a machine. */
export async function lockOf(
  machine: Pick<Machine, 'practice'>,
  folder: RunFolder,
): Promise<Omit<LockRequest, 'runId'>> {
  return {
    name: machine.practice ? practiceLockName(folder) : machineLockName,
    platform: thisPlatform,
    forAdministrators: (await whyNotHere()) === null,
    pid: process.pid,
  };
}

/** A practice computer lives in a folder, so two runs in different folders do not disturb each other. */
function practiceLockName(folder: RunFolder): string {
  const place = createHash('sha256').update(dirname(folder.path)).digest('hex');
  return `${machineLockName}-${place.slice(0, 12)}`;
}
