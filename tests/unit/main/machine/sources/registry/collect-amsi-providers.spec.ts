import { describe, expect, it } from 'vitest';
import { collectAmsiProviders } from '../../../../../../src/main/machine/sources/registry/collect-amsi-providers.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';

const providers = 'HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers';
const classes = 'HKLM\\SOFTWARE\\Classes\\CLSID';
const classes32 = 'HKLM\\SOFTWARE\\Classes\\WOW6432Node\\CLSID';
const defender = '{2781761E-28E0-4109-99FE-B9D127C57AFE}';
const orphan = '{00000000-0000-0000-0000-000000000001}';
const variables = new Map([
  ['PROGRAMDATA', 'C:\\ProgramData'],
  ['PROGRAMFILES', 'C:\\Program Files'],
]);

describe('collectAmsiProviders', () => {
  it('gives each provider with its name and library, also one whose class is gone', () => {
    const registry = treeRegistryOf({
      [`${providers}\\${defender}`]: { '': 'Windows Defender IOfficeAntiVirus implementation' },
      [`${providers}\\${orphan}`]: {},
      [`${providers}\\Notes`]: {},
      [`${classes}\\${defender}\\InprocServer32`]: { '': '"%ProgramData%\\Defender\\MpOav.dll"' },
      [`${classes32}\\${defender}\\InprocServer32`]: { '': '"%ProgramFiles%\\X\\MpOav.dll"' },
    });
    expect(collectAmsiProviders(registry, variables)).toEqual({
      state: 'read',
      items: [
        {
          clsid: defender,
          name: 'Windows Defender IOfficeAntiVirus implementation',
          library: 'C:\\ProgramData\\Defender\\MpOav.dll',
          libraryExists: null,
          library32: { path: '%ProgramFiles%\\X\\MpOav.dll', exists: null },
        },
        { clsid: orphan, name: null, library: null, libraryExists: null, library32: null },
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
