import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSmbios } from '../../../../../../src/main/machine/windows/system/read-smbios.ts';
import { smbiosTable } from '../../../../../support/smbios-table.ts';

test('maker and model are read, the serial number behind them is not', () => {
  const table = smbiosTable(['Contoso ', 'Notebook 14', 'PF3K9ZQ1']);
  expect(readSmbios(table)).toEqual({ manufacturer: 'Contoso', model: 'Notebook 14' });
});

test('a name that the firmware leaves out is null', () => {
  expect(readSmbios(smbiosTable(['Contoso']))).toEqual({ manufacturer: 'Contoso', model: null });
});

test.each([
  ['is empty', Buffer.alloc(0)],
  ['has no such structure', smbiosTable(['Contoso', 'Tower'], 2)],
  ['is cut off in the middle of one', smbiosTable(['Contoso', 'Tower']).subarray(0, 16)],
])('a table that %s tells nothing', (_what, table) => {
  expect(readSmbios(table)).toBeNull();
});

test('no bytes make it fail or go on without end', () => {
  const table = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
  fc.assert(fc.property(table, (bytes) => readSmbios(bytes) === null || true));
});
