import { describe, expect, it } from 'vitest';
import { uninstallerEnvironment } from '../../../../../../src/main/machine/windows/worker/uninstaller-environment.ts';

describe('the variables of an uninstaller', () => {
  it('lead to programs of Windows only where Windows says they are, however they are spelt', () => {
    const evil = 'C:\\Users\\Public\\evil';
    const env = {
      windir: evil,
      SystemRoot: evil,
      ComSpec: `${evil}\\cmd.exe`,
      Path: evil,
      pathext: '.EVIL',
      ProgramFiles: evil,
      TEMP: 'C:\\Users\\anna\\AppData\\Local\\Temp',
      missing: undefined,
    };
    const variables = new Map([
      ['PROGRAMFILES', 'C:\\Program Files'],
      ['SYSTEMROOT', evil],
    ]);
    expect(uninstallerEnvironment(env, 'C:\\Windows\\system32', variables)).toEqual({
      TEMP: 'C:\\Users\\anna\\AppData\\Local\\Temp',
      PROGRAMFILES: 'C:\\Program Files',
      SYSTEMROOT: 'C:\\Windows',
      WINDIR: 'C:\\Windows',
      SYSTEMDRIVE: 'C:',
      COMSPEC: 'C:\\Windows\\system32\\cmd.exe',
      PATH: 'C:\\Windows\\system32;C:\\Windows;C:\\Windows\\system32\\Wbem',
      PATHEXT: '.COM;.EXE;.BAT;.CMD',
    });
  });
});
