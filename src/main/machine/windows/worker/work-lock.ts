import { setTimeout as sleep } from 'node:timers/promises';
import { message } from '../../../../shared/domain/message.ts';
import { takeMachineLock, type MachineLock } from '../ffi/machine-lock.ts';
import { workerResult, type WorkerControl, type WorkerResult } from '../worker-client/protocol.ts';
import { waitUntilFree } from './installer-queue.ts';

/** Under this name workers exclude each other, also those of a run that was ended while they went on. */
const workLockName = 'cutover-work';

/** How long the uninstaller of an earlier run is waited for. Milliseconds. */
export const longestWorkWaitMs = 10 * 60_000;

/**
 * Lets an uninstaller run when no other one of ours does. A run that is killed leaves its worker and the uninstaller to
 * finish; whoever comes next waits for them here, because two uninstallers of one product at once leave half of it
 * behind. Held until this process ends, and by every process that the lock is shared with.
 */
export async function withWorkLock(
  { cancel, emit }: WorkerControl,
  work: (lock: MachineLock) => Promise<WorkerResult>,
): Promise<WorkerResult> {
  let lock: MachineLock | null = null;
  const queue = {
    isBusy: () => (lock ??= takeMachineLock(workLockName)) === null,
    now: () => performance.now(),
    sleep: (milliseconds: number) => sleep(milliseconds),
    isStopped: () => cancel.aborted,
    onWaiting: () => emit({ kind: 'queued' }),
  };
  const state = await waitUntilFree(queue, performance.now() + longestWorkWaitMs);
  if (lock !== null && state === 'free') return work(lock);
  if (state === 'stopped') return workerResult({ ended: 'cancelled' });
  const why = message('refused.earlierUninstaller');
  return workerResult({ ended: 'couldNotStart', message: [why] });
}
