import { describe, expect, it } from 'vitest';
import { collectAmsiProviders } from '../../../../../../src/main/machine/sources/registry/collect-amsi-providers.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';

const providers = 'HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers';
const classes = 'HKLM\\SOFTWARE\\Classes\\CLSID';
const defender = '{2781761E-28E0-4109-99FE-B9D127C57AFE}';
const orphan = '{00000000-0000-0000-0000-000000000001}';
const variables = new Map([['PROGRAMDATA', 'C:\\ProgramData']]);

describe('collectAmsiProviders', () => {
  it('gives each provider with its name and library, also one whose class is gone', () => {
    const registry = treeRegistryOf({
      [`${providers}\\${defender}`]: { '': 'Windows Defender IOfficeAntiVirus implementation' },
      [`${providers}\\${orphan}`]: {},
      [`${providers}\\Notes`]: {},
      [`${classes}\\${defender}\\InprocServer32`]: { '': '"%ProgramData%\\Defender\\MpOav.dll"' },
    });
    expect(collectAmsiProviders(registry, variables)).toEqual({
      state: 'read',
      items: [
        {
          clsid: defender,
          name: 'Windows Defender IOfficeAntiVirus implementation',
          library: 'C:\\ProgramData\\Defender\\MpOav.dll',
          libraryExists: null,
        },
        { clsid: orphan, name: null, library: null, libraryExists: null },
      ],
      gaps: [],
    });
  });

  it('is empty where none is registered, and unreadable where nobody may look', () => {
    expect([
      collectAmsiProviders(treeRegistryOf({}), variables).state,
      collectAmsiProviders(treeRegistryOf({ [providers]: {} }, [providers]), variables).state,
    ]).toEqual(['empty', 'unreadable']);
  });
});
