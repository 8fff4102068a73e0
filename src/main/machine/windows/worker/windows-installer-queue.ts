import { setTimeout as sleep } from 'node:timers/promises';
import { isMutexHeld } from '../ffi/mutex.ts';
import type { InstallerQueue } from './installer-queue.ts';

/** Owned by Windows Installer while it changes the computer. Source: Microsoft, win32 docs, "_MSIExecute Mutex". */
const installerMutex = 'Global\\_MSIExecute';

/** The queue of this computer: one installation at a time, ours or another one. */
export function windowsInstallerQueue(
  waiting: Pick<InstallerQueue, 'isStopped' | 'onWaiting'>,
): InstallerQueue {
  return {
    isBusy: () => isMutexHeld(installerMutex),
    now: () => performance.now(),
    sleep: (milliseconds) => sleep(milliseconds),
    ...waiting,
  };
}
