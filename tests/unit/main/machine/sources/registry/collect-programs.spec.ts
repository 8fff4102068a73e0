import { describe, expect, it } from 'vitest';
import { collectPrograms } from '../../../../../../src/main/machine/sources/registry/collect-programs.ts';
import { treeRegistryOf } from '../../../../../../src/main/machine/registry/tree-registry.ts';

const tail = 'Microsoft\\Windows\\CurrentVersion\\Uninstall';
const m64 = `HKLM\\SOFTWARE\\${tail}`;
const m32 = `HKLM\\SOFTWARE\\WOW6432Node\\${tail}`;
const sid = 'S-1-5-21-1-2-3-1001';
const profiles = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList';

const nothing = {
  userSid: null,
  displayName: null,
  displayVersion: null,
  publisher: null,
  installLocation: null,
  installDate: null,
  uninstallString: null,
  quietUninstallString: null,
  windowsInstaller: false,
  systemComponent: false,
  noRemove: false,
  noModify: false,
};

describe('collectPrograms', () => {
  it('finds programs in both views and in every profile', () => {
    const registry = treeRegistryOf({
      [`${m64}\\A`]: {},
      [`${m32}\\B`]: {},
      [`HKU\\${sid}\\Software\\${tail}\\C`]: {},
      [`HKU\\${sid}\\Software\\WOW6432Node\\${tail}\\D`]: {},
      [`HKU\\${sid}_Classes\\Software\\${tail}\\No`]: {},
      [`HKU\\S-1-5-18\\Software\\${tail}\\E`]: {},
    });
    expect(collectPrograms(registry)).toEqual({
      state: 'read',
      gaps: [],
      items: [
        { ...nothing, key: `${m64}\\A`, keyName: 'A', scope: 'machine64' },
        { ...nothing, key: `${m32}\\B`, keyName: 'B', scope: 'machine32' },
        {
          ...nothing,
          key: `HKU\\${sid}\\Software\\${tail}\\C`,
          keyName: 'C',
          scope: 'user',
          userSid: sid,
        },
        {
          ...nothing,
          key: `HKU\\${sid}\\Software\\WOW6432Node\\${tail}\\D`,
          keyName: 'D',
          scope: 'user',
          userSid: sid,
        },
        {
          ...nothing,
          key: `HKU\\S-1-5-18\\Software\\${tail}\\E`,
          keyName: 'E',
          scope: 'user',
          userSid: 'S-1-5-18',
        },
      ],
    });
  });

  it('keeps every text as the machine has it', () => {
    const registry = treeRegistryOf({
      [`${m64}\\{1}`]: {
        displayname: "  Agent d'administration де Касперский\t",
        DisplayVersion: '12.0.0.7734',
        Publisher: 'AO Kaspersky Lab',
        InstallLocation: { type: 'REG_EXPAND_SZ', data: '%ProgramFiles%\\X' },
        InstallDate: '20240920',
        UninstallString: 'MsiExec.exe /X{1}',
        QuietUninstallString: '"a b" /q',
        WindowsInstaller: 1,
        SystemComponent: 1,
        NoRemove: 1,
        NoModify: 1,
      },
    });
    expect(collectPrograms(registry).items).toEqual([
      {
        key: `${m64}\\{1}`,
        keyName: '{1}',
        scope: 'machine64',
        userSid: null,
        displayName: "  Agent d'administration де Касперский\t",
        displayVersion: '12.0.0.7734',
        publisher: 'AO Kaspersky Lab',
        installLocation: '%ProgramFiles%\\X',
        installDate: '20240920',
        uninstallString: 'MsiExec.exe /X{1}',
        quietUninstallString: '"a b" /q',
        windowsInstaller: true,
        systemComponent: true,
        noRemove: true,
        noModify: true,
      },
    ]);
  });

  it('lists a program with an empty name, and understands values of a wrong type', () => {
    const registry = treeRegistryOf({
      [`${m64}\\X`]: {
        DisplayName: '',
        DisplayVersion: 21,
        Publisher: ['Kaspersky', 'Lab'],
        InstallLocation: new Uint8Array([1]),
        InstallDate: 20240920n,
        UninstallString: [],
        WindowsInstaller: '1',
        SystemComponent: 'yes',
      },
    });
    expect(collectPrograms(registry).items).toEqual([
      {
        ...nothing,
        key: `${m64}\\X`,
        keyName: 'X',
        scope: 'machine64',
        displayVersion: '21',
        publisher: 'Kaspersky',
        installDate: '20240920',
        windowsInstaller: true,
      },
    ]);
  });

  it('says which entry and which profile it could not read', () => {
    const registry = treeRegistryOf(
      {
        [`${m64}\\A`]: {},
        [`${profiles}\\${sid}`]: {},
        [`${profiles}\\S-1-5-21-1-2-3-1002`]: {},
        [`${profiles}\\S-1-5-21-1-2-3-1003.bak`]: {},
        [`${profiles}\\S-1-5-18`]: {},
      },
      [`${m32}\\Secret`, `HKU\\${sid}`],
    );
    const { state, gaps } = collectPrograms(registry);
    expect([state, gaps.map((gap) => `${gap.reason} ${gap.subject}`)]).toEqual([
      'partial',
      [
        `accessDenied HKU\\${sid}`,
        'notCollected HKU\\S-1-5-21-1-2-3-1002',
        `accessDenied ${m32}\\Secret`,
      ],
    ]);
  });
});
