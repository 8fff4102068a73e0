import { threadsToWait } from './thread-pool.ts';

let running = 0;
const queue: (() => void)[] = [];

/**
 * Runs as many at a time as there are threads to wait, first come, first served. A source that may hang (COM, WMI) counts for as
 * long as it really works, also after it was given up. A time limit of the caller's counts the waiting as well.
 */
export async function limited<T>(run: () => Promise<T>): Promise<T> {
  if (running < threadsToWait()) running += 1;
  // Whoever ends makes room for the next, so that it is never counted as free in between.
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    return await run();
  } finally {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
