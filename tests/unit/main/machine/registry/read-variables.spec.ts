import { describe, expect, it } from 'vitest';
import { expandVariables } from '../../../../../src/main/machine/registry/expand-variables.ts';
import { readVariables } from '../../../../../src/main/machine/registry/read-variables.ts';
import { treeRegistryOf } from '../../../../../src/main/machine/registry/tree-registry.ts';

describe('expandVariables', () => {
  it('replaces known names in any case and leaves the rest', () => {
    const variables = new Map([['A(X86)', 'C:\\x']]);
    expect(expandVariables('%a(x86)%\\%b%\\50%', variables)).toBe('C:\\x\\%b%\\50%');
  });
});

describe('readVariables', () => {
  it('takes the folders of a machine from its registry', () => {
    const registry = treeRegistryOf({
      'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': { SystemRoot: 'D:\\Windows' },
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion': { ProgramFilesDir: 'D:\\Programme' },
      'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList': {
        ProgramData: '%SystemDrive%\\ProgramData',
      },
    });
    expect(Object.fromEntries(readVariables(registry))).toEqual({
      SYSTEMROOT: 'D:\\Windows',
      WINDIR: 'D:\\Windows',
      SYSTEMDRIVE: 'D:',
      PROGRAMFILES: 'D:\\Programme',
      PROGRAMDATA: 'D:\\ProgramData',
    });
  });

  it('guesses nothing', () => {
    expect([...readVariables(treeRegistryOf({}))]).toEqual([]);
  });
});
