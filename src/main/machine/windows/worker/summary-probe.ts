import { message } from '../../../../shared/domain/message.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import battery from 'systeminformation/lib/battery.js';
import { fsSize } from 'systeminformation/lib/filesystem.js';
import { system } from 'systeminformation/lib/system.js';
import { getPowershell } from 'systeminformation/lib/util.js';
import { endJobWithProcess, enterNewJob } from '../ffi/job-object.ts';
import { watchProcessTree, type ProcessTree } from './process-tree.ts';
import {
  workerResult,
  type MachineSummaryRequest,
  type WorkerControl,
  type WorkerResult,
} from '../worker-client/protocol.ts';
import { readSummary } from './read-summary.ts';

const lookAgainMs = 50;
const roundsOfEnding = 40;
/** The library may start its next helper when one was ended, so one quiet look is not enough. */
const quietRounds = 4;

/**
 * Asks systeminformation, which starts PowerShell for every answer, about the computer. In a process of its own with
 * a job around it, so that none of that outlives the time limit, and nothing else waits for it.
 */
export async function summaryProbe(
  { timeLimitMs }: MachineSummaryRequest,
  { cancel, emit }: WorkerControl,
): Promise<WorkerResult> {
  const job = enterNewJob();
  if (job === null || !endJobWithProcess(job))
    return workerResult({ ended: 'couldNotStart', message: [message('worker.noJob')] });
  getPowershell();
  const source = { hardware: system, volumes: fsSize, battery };
  const limit = AbortSignal.any([cancel, AbortSignal.timeout(timeLimitMs)]);
  const read = readSummary(source, limit, (parts) => emit({ kind: 'summaryParts', parts }));
  const inTime = await Promise.race([read.then(() => true), aborted(limit)]);
  if (inTime) return workerResult({ ended: 'exited', exitCode: 0 });
  await endHelpers(watchProcessTree(job));
  return workerResult({ ended: cancel.aborted ? 'cancelled' : 'timedOut' });
}

async function aborted(signal: AbortSignal): Promise<false> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return false;
}

async function endHelpers(tree: ProcessTree): Promise<void> {
  let quiet = 0;
  for (let round = 0; round < roundsOfEnding && quiet < quietRounds; round += 1) {
    const alive = tree.alive();
    quiet = alive.length === 0 ? quiet + 1 : 0;
    for (const helper of alive) tree.end(helper);
    await sleep(lookAgainMs);
  }
}
