import { describe, expect, it } from 'vitest';
import { toldTogether } from '../../../../src/shared/words/danger-words.ts';
import { english } from '../../../../src/shared/words/english.ts';
import type { Danger } from '../../../../src/shared/domain/plan/danger.ts';

function danger(id: Danger['id'], driver: string, isUsed = 'no'): Danger {
  return {
    id,
    severity: 'serious',
    values: { driver, isUsed },
    seenIn: { kind: 'driver', ref: driver },
    repair: { kind: 'removeDriver', name: driver },
  };
}

describe('dangers that are told together', () => {
  it('say once what is the same about them, and each name', () => {
    const told = toldTogether(
      [
        danger('driverStillLoaded', 'klif'),
        danger('startDriverWithoutFile', 'kl1'),
        danger('driverStillLoaded', 'klim6'),
        danger('startDriverWithoutFile', 'kl2', 'yes'),
        danger('startDriverWithoutFile', 'kl3', 'yes'),
      ],
      english,
    );
    // What to do about `kl1` names it, so that it stands alone.
    expect(told.map(({ titles }) => titles.map((title) => /kl\w+/.exec(title)?.[0]))).toEqual([
      ['klif', 'klim6'],
      ['kl1'],
      ['kl2', 'kl3'],
    ]);
  });

  it('never send anybody to delete the driver of a product that is installed', () => {
    const [gone, there, unread] = ['no', 'yes', 'unknown'].map(
      (isUsed) =>
        toldTogether([danger('startDriverWithoutFile', 'kl1', isUsed)], english)[0]?.advice,
    );
    expect([/sc delete kl1/.test(gone ?? ''), /sc delete/.test(there ?? '')]).toEqual([
      true,
      false,
    ]);
    expect(there).toMatch(/still installed/);
    expect(unread).toMatch(/may belong to a product.*not everything could be read/);
    expect(unread).not.toMatch(/sc delete/);
  });
});
