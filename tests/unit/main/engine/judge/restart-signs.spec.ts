import { describe, expect, it } from 'vitest';
import {
  hasRestarted,
  isSameStart,
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

/** A look at noon at a computer that was started at ten. */
const look = { at: '2026-11-28T12:00:00.000Z', bootedAt: '2026-11-28T10:00:00.000Z' };

it.each([
  ['a moment later', look, '10:00:31', '12:05', { restarted: false, same: true }],
  ['after a start', look, '12:09:00', '12:10', { restarted: true, same: false }],
  ['after a start late in the day', look, '12:09:00', '18:00', { restarted: true, same: false }],
  [
    'after a start, its clock set back by a day less',
    look,
    '09:59:00',
    '10:02',
    { restarted: true, same: false },
  ],
  ['its clock set back', look, '09:00:00', '11:30', { restarted: false, same: false }],
  ['nobody knowing when it was started before', null, '12:09:00', '12:10', { restarted: false }],
  [
    'nobody knowing when it was started',
    look,
    undefined,
    '12:10',
    { restarted: false, same: false },
  ],
] as const)('%s: whether it was restarted', (_when, then, bootedAt, at, expected) => {
  const machine = bootedAt === undefined ? {} : { bootedAt: `2026-11-28T${bootedAt}.000Z` };
  const now = { ...inventoryOf({ machine }), collectedAt: `2026-11-28T${at}:00.000Z` };
  const same = then === null ? {} : { same: isSameStart(then, now) };
  expect({ restarted: hasRestarted(then, now), ...same }).toEqual(expected);
});
