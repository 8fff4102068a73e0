import { describe, expect, it } from 'vitest';
import {
  attemptWhenFree,
  waitUntilFree,
  type InstallerQueue,
} from '../../../../../../src/main/machine/windows/worker/installer-queue.ts';

/** A clock of its own: time passes only by sleeping. */
function queueThatIs(
  isBusyAt: (now: number) => boolean,
  stoppedAt = Number.POSITIVE_INFINITY,
): InstallerQueue & { readonly said: number[]; at(): number } {
  let now = 0;
  const said: number[] = [];
  return {
    said,
    at: () => now,
    isBusy: () => isBusyAt(now),
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    isStopped: () => now >= stoppedAt,
    onWaiting: () => said.push(now),
  };
}

describe('waitUntilFree', () => {
  it('goes on at once when no other installation runs', async () => {
    const queue = queueThatIs(() => false);
    expect([await waitUntilFree(queue, 60_000), queue.at()]).toEqual(['free', 0]);
  });

  it('waits for the other installation and says so at least every five seconds', async () => {
    const queue = queueThatIs((now) => now < 11_000);
    expect([await waitUntilFree(queue, 60_000), queue.said]).toEqual(['free', [0, 4000, 8000]]);
  });

  it('gives up at the end of its time', async () => {
    const queue = queueThatIs(() => true);
    expect([await waitUntilFree(queue, 30_000), queue.at()]).toEqual(['busy', 30_000]);
  });

  it('stops when it is told to', async () => {
    const queue = queueThatIs(() => true, 3_000);
    expect([await waitUntilFree(queue, 30_000), queue.at()]).toEqual(['stopped', 3_000]);
  });
});

describe('attemptWhenFree', () => {
  it('tries again when another installation was faster', async () => {
    const queue = queueThatIs(() => false);
    const answers = [1618, 1618, 0];
    const code = await attemptWhenFree(queue, 60_000, () => Promise.resolve(answers.shift() ?? 99));
    expect({ code, left: answers, at: queue.at() }).toEqual({ code: 0, left: [], at: 10_000 });
  });

  it('ends with 1618 when Windows Installer stays busy', async () => {
    const queue = queueThatIs(() => true);
    const code = await attemptWhenFree(queue, 60_000, () => Promise.reject(new Error('not now')));
    expect([code, queue.at()]).toEqual([1618, 60_000]);
  });

  it('does not try for ever', async () => {
    let attempts = 0;
    const queue = queueThatIs(() => false);
    const code = await attemptWhenFree(queue, 12_000, () => {
      attempts += 1;
      return Promise.resolve(1618);
    });
    expect([code, attempts]).toEqual([1618, 4]);
  });

  it('begins nothing after it was told to stop', async () => {
    const queue = queueThatIs(() => false, 0);
    expect(await attemptWhenFree(queue, 60_000, () => Promise.resolve(0))).toBeNull();
  });
});
