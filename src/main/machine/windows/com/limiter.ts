/**
 * Node has four background threads, and its file functions need them too. A source that may hang (COM, WMI) counts for
 * as long as it really works, also after it was given up; so at least one thread is always free.
 */
const mostAtOnce = 3;

let running = 0;
const queue: (() => void)[] = [];

/** Runs some at a time, first come, first served. A time limit of the caller's counts the waiting as well. */
export async function limited<T>(run: () => Promise<T>): Promise<T> {
  if (running < mostAtOnce) running += 1;
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
