import { describe, expect, it } from 'vitest';
import { patiently, waitingPatiently } from '../../../../src/main/disk/patiently.ts';

/** Fails some times like a file that a virus scanner looks at, then gives what it is. */
function held(times: number, code = 'EBUSY') {
  let tries = 0;
  return () => {
    tries += 1;
    if (tries <= times) throw Object.assign(new Error(code), { code });
    return tries;
  };
}

describe.each([
  ['at once', patiently],
  [
    'waited for',
    async (work: () => number, limitMs?: number) =>
      await waitingPatiently(async () => await Promise.resolve().then(work), limitMs),
  ],
] as const)('work on a file that somebody else holds, %s', (_how, tried) => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('is tried again after %s', async (code) => {
    expect(await tried(held(3, code))).toBe(4);
  });

  it('is given up after its time, with what the system said', async () => {
    await expect(async () => await tried(held(1000), 60)).rejects.toThrow('EBUSY');
  });

  it('is not tried again after anything else', async () => {
    await expect(async () => await tried(held(1, 'ENOSPC'))).rejects.toThrow('ENOSPC');
  });
});
