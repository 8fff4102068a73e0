import { expect, test } from 'vitest';
import { isMinimal } from '../../../../../../src/main/machine/sources/windows/processes.ts';
import { cloudAnswer } from '../../../../../../src/main/machine/windows/system/management.ts';
import { fileTimeToIso } from '../../../../../../src/main/machine/sources/windows/machine-roots.ts';
import { isLocalPath } from '../../../../../../src/main/machine/windows/files/local-path.ts';
import { mentions } from '../../../../../../src/main/machine/sources/registry/reader/mentions.ts';
import { withTimeLimit } from '../../../../../../src/main/machine/windows/com/time-limit.ts';
import { wildcard } from '../../../../../../src/main/machine/sources/windows/vendor-folders.ts';

test('hints are found without regard to case, and an empty hint finds nothing', () => {
  expect([
    mentions('C:\\KASPERSKY Lab', ['kaspersky']),
    mentions('Лаборатория КАСПЕРСКОГО', ['касперск']),
    mentions('Kasper', ['kaspersky']),
    mentions('anything', ['']),
    mentions(null, ['a']),
  ]).toEqual([true, true, false, false, false]);
});

test.each([
  ['K4W-*', 'k4w-21-25', true],
  ['K4W-*', 'xK4W-21', false],
  ['a.b*', 'aXb', false],
  ['*(x86)', 'Program Files (x86)', true],
])('the pattern %s on %s says %s', (pattern, name, expected) => {
  expect(wildcard(pattern).test(name)).toBe(expected);
});

test.each([
  ['C:\\Windows\\a.exe', true],
  ['\\\\?\\c:\\a.exe', true],
  ['\\\\server\\share\\a.exe', false],
  ['\\\\?\\UNC\\server\\a.exe', false],
  ['\\\\.\\PhysicalDrive0', false],
  ['%ProgramFiles%\\a.exe', false],
  ['a.exe', false],
  ['C:a.exe', false],
  ['\\AppData\\Local', false],
])('%s lies on a drive of this computer: %s', (path, expected) => {
  expect(isLocalPath(path)).toBe(expected);
});

test('a FILETIME becomes a date, the greatest one too', () => {
  expect([
    fileTimeToIso(116_444_736_000_000_000n),
    fileTimeToIso(133_801_632_005_000_000n),
    fileTimeToIso(0xffff_ffff_ffff_ffffn),
  ]).toEqual([
    '1970-01-01T00:00:00.000Z',
    '2025-01-01T00:00:00.500Z',
    '+060056-05-28T05:36:10.955Z',
  ]);
});

test('work that ends in time gives its value, and its failure', async () => {
  expect(await withTimeLimit(10_000, Promise.resolve(7))).toEqual({ timedOut: false, value: 7 });
  await expect(withTimeLimit(10_000, Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
});

test('processes of the kernel have no program to ask for; one that only has such a name does', () => {
  expect([
    isMinimal({ name: 'Registry', parentPid: 4 }),
    isMinimal({ name: 'Memory Compression', parentPid: 4 }),
    isMinimal({ name: 'Registry', parentPid: 812 }),
    isMinimal({ name: 'avp.exe', parentPid: 4 }),
  ]).toEqual([true, true, false, false]);
});

test('an account of work that a person added to their own computer makes it no organisation’s', () => {
  expect([0, 1, 2].map(cloudAnswer)).toEqual(['no', 'yes', 'no']);
});
