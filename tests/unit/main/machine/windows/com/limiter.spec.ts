import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { limited } from '../../../../../../src/main/machine/windows/com/limiter.ts';

/** Work that goes on until it is told to end. */
function heldWork(name: string, started: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const result = limited(() => {
    started.push(name);
    return promise;
  });
  return { result, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

describe('the limiter of sources that may hang', () => {
  it('lets three work at once, in order, and the next after success and failure alike', async () => {
    const started: string[] = [];
    const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
      heldWork(name, started),
    ) as [Held, Held, Held, Held, Held, Held];
    const seen = [started.join('')];
    b.end();
    expect(await b.result).toBe('b');
    await sleep(1);
    seen.push(started.join(''));
    a.fail();
    await expect(a.result).rejects.toThrow('a');
    await sleep(1);
    seen.push(started.join(''));
    for (const each of [c, d, e, f]) each.end();
    await Promise.all([c, d, e, f].map(({ result }) => result));
    seen.push(started.join(''));
    expect(seen).toEqual(['abc', 'abcd', 'abcde', 'abcdef']);
    const free: string[] = [];
    const later = ['g', 'h', 'i'].map((name) => heldWork(name, free));
    expect(free).toEqual(['g', 'h', 'i']);
    for (const each of later) each.end();
    await Promise.all(later.map(({ result }) => result));
  });
});

type Held = ReturnType<typeof heldWork>;
