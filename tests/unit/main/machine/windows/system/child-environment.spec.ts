import { afterEach, expect, it, vi } from 'vitest';
import { childEnvironment } from '../../../../../../src/main/machine/windows/system/child-environment.ts';

const evil = 'C:\\Users\\Public\\evil';

const world = {
  systemFolder: 'C:\\Windows\\system32',
  variables: new Map([
    ['SYSTEMROOT', 'C:\\Windows'],
    ['PROGRAMFILES', 'C:\\Program Files'],
    ['COMMONPROGRAMFILES', 'C:\\Program Files\\Common Files'],
    ['PROGRAMDATA', 'C:\\ProgramData'],
  ]),
  computer: 'PC-7',
  architecture: 'x64',
  account: { name: 'anna', folder: 'C:\\Users\\anna' },
};

afterEach(() => vi.unstubAllEnvs());

it('what a child gets is told by Windows, whatever stands in our own variables', () => {
  for (const name of [
    'windir',
    'Path',
    'TEMP',
    'COR_PROFILER',
    'NODE_OPTIONS',
    'ELECTRON_RUN_AS_NODE',
  ]) {
    vi.stubEnv(name, evil);
  }
  expect(childEnvironment('C:\\ProgramData\\Cutover\\runs\\1\\temp', world)).toEqual({
    SYSTEMROOT: 'C:\\Windows',
    WINDIR: 'C:\\Windows',
    SYSTEMDRIVE: 'C:',
    COMSPEC: 'C:\\Windows\\system32\\cmd.exe',
    PATH: 'C:\\Windows\\system32;C:\\Windows;C:\\Windows\\system32\\Wbem',
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    OS: 'Windows_NT',
    COMPUTERNAME: 'PC-7',
    PROCESSOR_ARCHITECTURE: 'AMD64',
    PROGRAMFILES: 'C:\\Program Files',
    COMMONPROGRAMFILES: 'C:\\Program Files\\Common Files',
    COMMONPROGRAMW6432: 'C:\\Program Files\\Common Files',
    PROGRAMDATA: 'C:\\ProgramData',
    ALLUSERSPROFILE: 'C:\\ProgramData',
    USERNAME: 'anna',
    USERPROFILE: 'C:\\Users\\anna',
    HOMEDRIVE: 'C:',
    HOMEPATH: '\\Users\\anna',
    APPDATA: 'C:\\Users\\anna\\AppData\\Roaming',
    LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local',
    TEMP: 'C:\\ProgramData\\Cutover\\runs\\1\\temp',
    TMP: 'C:\\ProgramData\\Cutover\\runs\\1\\temp',
  });
});

it('an account that Windows does not tell has no folders', () => {
  const { USERPROFILE, APPDATA } = childEnvironment('C:\\temp', { ...world, account: null });
  expect([USERPROFILE, APPDATA]).toEqual([undefined, undefined]);
});
