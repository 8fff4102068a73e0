import { describe, expect, it } from 'vitest';
import { refusePlace } from '../../../../../../src/main/machine/windows/perform/refuse-place.ts';

const variables = new Map([
  ['PROGRAMFILES', 'C:\\Program Files'],
  ['PROGRAMFILES(X86)', 'C:\\Program Files (x86)'],
  ['SYSTEMROOT', 'C:\\Windows'],
]);
const isRefused = (program: string, known: ReadonlyMap<string, string> = variables) =>
  refusePlace(program, known) !== null;

describe('the place of an uninstaller', () => {
  it.each([
    'C:\\Program Files\\Kaspersky Lab\\X\\uninst.exe',
    'c:\\PROGRAM FILES (X86)\\Kaspersky Lab\\X\\uninst.exe',
  ])('is accepted below the Program Files of this Windows: %s', (program) => {
    expect(refusePlace(program, variables)).toBe(null);
  });

  it.each([
    'D:\\Program Files\\Kaspersky Lab\\X\\uninst.exe',
    'C:\\Program Files (x64)\\Kaspersky Lab\\X\\uninst.exe',
    'C:\\Users\\Public\\Program Files\\Kaspersky Lab\\X\\uninst.exe',
    'C:\\Program Files',
    'C:\\Windows\\System32\\uninst.exe',
    'C:\\Program Files\\..\\Users\\uninst.exe',
    'C:\\Program Files\\Kaspersky Lab\\X\\a.txt:uninst.exe',
    '\\\\?\\C:\\Program Files\\Kaspersky Lab\\X\\uninst.exe',
    '\\\\localhost\\c$\\Program Files\\Kaspersky Lab\\X\\uninst.exe',
    'uninst.exe',
  ])('is refused anywhere else: %s', (program) => {
    expect(isRefused(program)).toBe(true);
  });

  it('is refused when Windows does not tell where its Program Files are, or oddly', () => {
    const program = 'C:\\Program Files\\Kaspersky Lab\\X\\uninst.exe';
    expect([
      isRefused(program, new Map()),
      isRefused(program, new Map([['PROGRAMFILES', 'C:\\']])),
      isRefused(program, new Map([['PROGRAMFILES', '']])),
      isRefused(program, new Map([['PROGRAMFILES', '%x%']])),
    ]).toEqual([true, true, true, true]);
  });
});
