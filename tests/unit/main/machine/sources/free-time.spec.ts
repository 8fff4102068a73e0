import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { FreeTime } from '../../../../../src/main/machine/sources/free-time.ts';
import { withTimeLimit } from '../../../../../src/main/machine/windows/com/time-limit.ts';

/** Keeps this thread busy, as parsing a large registry does. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('ends after its time where nothing holds this thread up', async () => {
  const over = Promise.withResolvers<void>();
  const begun = performance.now();
  const time = new FreeTime(250, () => over.resolve());
  expect(time.isOver).toBe(false);
  await over.promise;
  expect([time.isOver, performance.now() - begun >= 240]).toEqual([true, true]);
});

it('does not end while this thread was held up, and never before an answer that lies there', async () => {
  const answer = readFile(import.meta.filename).then(() => 'answer');
  const limited = withTimeLimit(300, answer);
  busy(600);
  expect(await limited).toEqual({ timedOut: false, value: 'answer' });
});

it('ends no more once it was ended', async () => {
  let calls = 0;
  const time = new FreeTime(20, () => (calls += 1));
  time.end();
  await sleep(150);
  expect(calls).toBe(0);
});
