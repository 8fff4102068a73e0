import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What Windows says while another program looks at a file: virus scanners open every new one, without letting anybody delete
 * or rename it meanwhile. Source: libuv, `error.c` (32 is EBUSY, 5 is EPERM); graceful-fs waits for the same ones.
 */
const busy: readonly string[] = ['EBUSY', 'EPERM', 'EACCES'];

/** Milliseconds: between two tries at first and at last, and for all of them. */
const pauses = { first: 10, last: 500, together: 10_000 } as const;

/** Tries again while another program holds the file, for some seconds. @throws what the system says at last. */
export function patiently<T>(work: () => T, limitMs: number = pauses.together): T {
  for (const pause of pausesWithin(limitMs)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return work();
}

/** The same for work that is waited for. */
export async function waitingPatiently<T>(
  work: () => Promise<T>,
  limitMs: number = pauses.together,
): Promise<T> {
  for (const pause of pausesWithin(limitMs)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      await sleep(pause);
    }
  }
  return await work();
}

function* pausesWithin(limitMs: number): Generator<number> {
  let pause: number = pauses.first;
  for (let waited = 0; waited < limitMs; waited += pause) {
    yield pause;
    pause = Math.min(pause * 2, pauses.last);
  }
}

/** Whether the system says that somebody else has the file. */
export function isBusy(error: unknown): boolean {
  return busy.includes((error as NodeJS.ErrnoException).code ?? '');
}
