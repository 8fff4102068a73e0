import { describe, expect, it } from 'vitest';
import { resolveImagePath } from '../../../../../src/main/machine/registry/resolve-image-path.ts';

const variables = new Map([
  ['SYSTEMROOT', 'C:\\Windows'],
  ['PROGRAMFILES', 'C:\\Program Files'],
]);
const resolve = (isDriver: boolean, imagePath: string | null, known = variables) =>
  resolveImagePath({ name: 'klif', isDriver, imagePath, variables: known });

describe('the file of a driver', () => {
  it.each([
    [null, 'C:\\Windows\\System32\\drivers\\klif.sys'],
    [
      '\\SystemRoot\\System32\\drivers\\K4W-21-25\\klif.sys',
      'C:\\Windows\\System32\\drivers\\K4W-21-25\\klif.sys',
    ],
    ['system32\\DRIVERS\\klim6.sys', 'C:\\Windows\\system32\\DRIVERS\\klim6.sys'],
    [
      '\\??\\C:\\ProgramData\\Kaspersky Lab\\AVP21.25\\Bases\\klids.sys',
      'C:\\ProgramData\\Kaspersky Lab\\AVP21.25\\Bases\\klids.sys',
    ],
    ['\\\\?\\D:\\a b.sys', 'D:\\a b.sys'],
    ['"C:\\a b\\c.sys"', 'C:\\a b\\c.sys'],
    ['%SystemRoot%\\x y.sys', 'C:\\Windows\\x y.sys'],
    ['x.sys', 'C:\\Windows\\x.sys'],
    ['\\Device\\HarddiskVolume2\\x.sys', null],
    ['', null],
  ])('%j is %j', (imagePath, file) => {
    expect(resolve(true, imagePath)).toBe(file);
  });
});

describe('the file of a service', () => {
  it.each([
    [null, null],
    [
      '"C:\\Program Files (x86)\\Kaspersky Lab\\A\\avp.exe" -r',
      'C:\\Program Files (x86)\\Kaspersky Lab\\A\\avp.exe',
    ],
    [
      'C:\\Program Files (x86)\\Kaspersky Lab\\A\\avp.exe -r "x y"',
      'C:\\Program Files (x86)\\Kaspersky Lab\\A\\avp.exe',
    ],
    [
      'C:\\Program Files\\Kaspersky Lab\\NetworkAgent\\klnagent.exe',
      'C:\\Program Files\\Kaspersky Lab\\NetworkAgent\\klnagent.exe',
    ],
    ['%ProgramFiles%\\Kaspersky Lab\\a.exe', 'C:\\Program Files\\Kaspersky Lab\\a.exe'],
    ['%systemroot%\\system32\\svchost.exe -k netsvcs -p', 'C:\\Windows\\system32\\svchost.exe'],
    ['svchost.exe -k x', 'C:\\Windows\\System32\\svchost.exe'],
    ['system32\\lsass.exe', 'C:\\Windows\\system32\\lsass.exe'],
    ['C:\\Windows\\system32\\svchost -k x', 'C:\\Windows\\system32\\svchost.exe'],
    ['\\??\\C:\\a b\\c.exe /x', 'C:\\a b\\c.exe'],
    ['"\\??\\C:\\a b\\c.exe" /x', 'C:\\a b\\c.exe'],
    ['\\\\server\\share\\x.exe', '\\\\server\\share\\x.exe'],
    ['C:\\Program Files\\Some Service -x', null],
    ['%Nobody%\\a.exe', null],
    ['"C:\\never closed.exe', null],
  ])('%j is %j', (imagePath, file) => {
    expect(resolve(false, imagePath)).toBe(file);
  });

  it('is not guessed where the folder of Windows is not known', () => {
    const none = new Map<string, string>();
    expect([
      resolve(true, null, none),
      resolve(true, 'system32\\x.sys', none),
      resolve(false, '%SystemRoot%\\x.exe', none),
      resolve(false, 'C:\\x.exe', none),
    ]).toEqual([null, null, null, 'C:\\x.exe']);
  });
});
