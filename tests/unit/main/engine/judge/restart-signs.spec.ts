import { describe, expect, it } from 'vitest';
import {
  hasRestarted,
  newRestartSigns,
  restartSigns,
} from '../../../../../src/main/engine/judge/restart-signs.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';

const renames =
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\PendingFileRenameOperations';
const rebootRequired =
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired';

const pending = (...signs: readonly (readonly [source: string, detail: string])[]) =>
  inventoryOf({ pendingRestarts: signs.map(([source, detail]) => ({ source, detail })) });

const firefox = 'C:\\Program Files\\Mozilla Firefox\\tobedeleted\\moz1.exe';
const driver = 'C:\\Windows\\System32\\drivers\\klflt.sys';
const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.19\\avp.exe';

describe('signs of a restart that a removal can be the reason of', () => {
  it.each([
    ['a browser that updates itself', [renames, firefox], []],
    ['a driver of the vendor', [renames, driver], [`${renames}: ${driver}`]],
    ['a versioned one', [renames, driver.replace('klflt', 'klif.K4W-21-19')], 1],
    ['a folder of the vendor', [renames, folder], [`${renames}: ${folder}`]],
    ['both at once', [renames, `${firefox}; ${folder}`], [`${renames}: ${folder}`]],
    ['a driver of another', [renames, 'C:\\Windows\\System32\\drivers\\kbdclass.sys'], []],
    ['Windows Update', [rebootRequired, ''], [rebootRequired]],
    [
      'a key that many healthy computers have',
      ['HKLM\\SOFTWARE\\Microsoft\\Updates\\UpdateExeVolatile', ''],
      [],
    ],
  ] as const)('%s', (_what, sign, expected) => {
    const found = newRestartSigns([], pending(sign));
    expect(expected === 1 ? found.length : found).toEqual(expected);
  });

  it('are not those that were there before, file by file', () => {
    const before = restartSigns(pending([renames, `${firefox}; ${driver}`]));
    const after = pending([renames, `${firefox}x; ${driver}; ${folder}`]);
    expect(newRestartSigns(before, after)).toEqual([`${renames}: ${folder}`]);
  });

  it('are only those of the vendor once the computer has been restarted', () => {
    const after = pending([rebootRequired, ''], [renames, `${firefox}; ${folder}`]);
    expect(newRestartSigns([], after, true)).toEqual([`${renames}: ${folder}`]);
  });
});

it.each([
  ['2026-11-28T10:00:00.000Z', '2026-11-28T10:00:31.000Z', false],
  ['2026-11-28T10:00:00.000Z', '2026-11-28T10:09:00.000Z', true],
  ['2026-11-28T10:00:00.000Z', '2026-11-28T09:00:00.000Z', false],
  [null, '2026-11-28T10:00:00.000Z', false],
  ['2026-11-28T10:00:00.000Z', undefined, false],
] as const)('started at %s and at %s: restarted in between is %s', (before, bootedAt, expected) => {
  const now = inventoryOf({ machine: bootedAt === undefined ? {} : { bootedAt } });
  expect(hasRestarted(before, now)).toBe(expected);
});
