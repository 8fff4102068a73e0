/**
 * Node has four background threads, and its file functions need them too. A source that may hang (COM, WMI) takes a
 * seat for as long as it really works, also after it was given up; so at least one thread is always free.
 */
const seats = 3;

let taken = 0;
const queue: (() => void)[] = [];

/** Does `run` when there is a seat, first come, first served. Whoever sets a time limit waits no longer than that. */
export async function inSeat<T>(run: () => Promise<T>): Promise<T> {
  if (taken < seats) taken += 1;
  // Whoever leaves hands over the seat, so that it is never counted as free in between.
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    return await run();
  } finally {
    const next = queue.shift();
    if (next === undefined) taken -= 1;
    else next();
  }
}
