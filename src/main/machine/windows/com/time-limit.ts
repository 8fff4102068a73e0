import { leaveBehind } from '../ffi/leave-behind.ts';

/** What came in time; `timedOut` says nothing of what is still running. */
export type InTime<T> =
  | { readonly timedOut: false; readonly value: T }
  | { readonly timedOut: true };

/** Waits for native calls in background threads no longer than `limitMs` milliseconds. They are not stopped. */
export async function withTimeLimit<T>(limitMs: number, work: Promise<T>): Promise<InTime<T>> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<InTime<T>>((resolve) => {
    timer = setTimeout(() => {
      leaveBehind();
      resolve({ timedOut: true });
    }, limitMs);
  });
  try {
    return await Promise.race([work.then((value) => ({ timedOut: false, value }) as const), limit]);
  } finally {
    clearTimeout(timer);
  }
}
