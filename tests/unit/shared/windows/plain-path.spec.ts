import { describe, expect, it } from 'vitest';
import { isPlainPath } from '../../../../src/shared/windows/plain-path.ts';

describe('a path', () => {
  it.each([
    'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky 21.3\\uninst.exe',
    'd:\\a',
    'C:\\Программы\\卡巴斯基\\u-n_i.n$t{1}.exe',
    'C:\\console\\null.exe',
    'C:\\com10\\lpt.exe',
  ])('is plain: %s', (path) => {
    expect(isPlainPath(path)).toBe(true);
  });

  it.each([
    '',
    'a.exe',
    '\\a.exe',
    'C:a.exe',
    'C:/a.exe',
    'C:\\a/b.exe',
    '\\\\server\\share\\a.exe',
    '\\\\?\\C:\\a.exe',
    '\\\\.\\C:\\a.exe',
    '\\??\\C:\\a.exe',
    'C:\\',
    'C:\\\\a.exe',
    'C:\\a\\',
    'C:\\..\\a.exe',
    'C:\\a\\.\\b.exe',
    'C:\\a\\...\\b.exe',
    'C:\\a.\\b.exe',
    'C:\\a \\b.exe',
    'C:\\ a\\b.exe',
    'C:\\a.exe.',
    'C:\\a.exe ',
    'C:\\a.exe:b.exe',
    'C:\\a.exe::$DATA',
    'C:\\PROGRA~1\\a.exe',
    'C:\\%TEMP%\\a.exe',
    'C:\\a*.exe',
    'C:\\a?.exe',
    'C:\\a".exe',
    'C:\\a|b.exe',
    'C:\\a<b>.exe',
    'C:\\nul',
    'C:\\a\\NUL.exe',
    'C:\\a\\con .exe',
    'C:\\Aux\\a.exe',
    'C:\\com1.a.exe',
    'C:\\LPT².exe',
    'C:\\conin$',
    'C:\\a\nb.exe',
    'C:\\a\0.exe',
    'C:\\a\x85.exe',
  ])('is disguised: %j', (path) => {
    expect(isPlainPath(path)).toBe(false);
  });
});
