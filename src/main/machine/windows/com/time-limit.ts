import { FreeTime } from '../../sources/free-time.ts';
import { leaveBehind } from '../ffi/leave-behind.ts';

/** What came in time; `timedOut` says nothing of what is still running. */
export type InTime<T> =
  | { readonly timedOut: false; readonly value: T }
  | { readonly timedOut: true };

/**
 * Waits for native calls in background threads no longer than `limitMs` milliseconds of free time. They are not stopped.
 */
export async function withTimeLimit<T>(limitMs: number, work: Promise<T>): Promise<InTime<T>> {
  const over = Promise.withResolvers<InTime<T>>();
  const time = new FreeTime(limitMs, () => {
    leaveBehind();
    over.resolve({ timedOut: true });
  });
  try {
    return await Promise.race([
      work.then((value) => ({ timedOut: false, value }) as const),
      over.promise,
    ]);
  } finally {
    time.end();
  }
}
