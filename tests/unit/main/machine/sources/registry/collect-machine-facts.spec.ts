import { describe, expect, it } from 'vitest';
import { collectMachineFacts } from '../../../../../../src/main/machine/sources/registry/collect-machine-facts.ts';
import {
  TreeRegistry,
  treeRegistryOf,
  type LooseValue,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';

const nt = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';

const factsOf = (keys: Record<string, Record<string, LooseValue>>) =>
  collectMachineFacts(treeRegistryOf(keys));

const nameOf = (ProductName: string, CurrentBuild: string) =>
  factsOf({ [nt]: { ProductName, CurrentBuild } }).osName;

describe('collectMachineFacts', () => {
  it('describes a client', () => {
    const registry = treeRegistryOf({
      [nt]: {
        ProductName: 'Windows 10 Pro',
        DisplayVersion: '23H2',
        CurrentBuild: '22631',
        UBR: 4169,
      },
      [`${control}\\ComputerName\\ActiveComputerName`]: { ComputerName: 'PC-ÜBER' },
      [`${control}\\ProductOptions`]: { ProductType: 'WinNT' },
      [`${control}\\Session Manager\\Environment`]: { PROCESSOR_ARCHITECTURE: 'AMD64' },
      'HKU\\.DEFAULT\\Control Panel\\Desktop\\MuiCached': {
        MachinePreferredUILanguages: ['de-DE'],
      },
      'HKU\\.DEFAULT\\Control Panel\\International': { LocaleName: 'en-US' },
    });
    expect(collectMachineFacts(registry, true)).toEqual({
      computerName: 'PC-ÜBER',
      platform: 'windows',
      osName: 'Windows 11 Pro',
      osVersion: '23H2',
      osBuild: '22631.4169',
      edition: 'client',
      architecture: 'x64',
      safeMode: 'no',
      elevated: true,
      language: 'de-DE',
    });
  });

  it('does not rename older Windows and servers', () => {
    expect([
      nameOf('Windows 10 Pro', '19045'),
      nameOf('Windows Server 2025 Standard', '26100'),
    ]).toEqual(['Windows 10 Pro', 'Windows Server 2025 Standard']);
  });

  it.each([
    ['ServerNT', {}, 'server'],
    ['LanmanNT', {}, 'server'],
    ['ServerNT', { EditionID: 'ServerRdsh' }, 'client'],
    ['ServerNT', { EditionID: 'ServerStandard' }, 'server'],
    ['', { InstallationType: 'Server Core' }, 'server'],
    ['', { InstallationType: 'Client' }, 'client'],
    ['', {}, 'unknown'],
  ] as const)('tells a server from a client by %j and %j', (ProductType, version, edition) => {
    const keys = { [`${control}\\ProductOptions`]: { ProductType }, [nt]: version };
    expect(factsOf(keys).edition).toBe(edition);
  });

  it.each([
    [{ OptionValue: 1 }, 'minimal'],
    [{ OptionValue: 2 }, 'network'],
    [{ OptionValue: 9 }, 'unknown'],
    [{}, 'unknown'],
  ] as const)('tells safe mode by %j', (option, safeMode) => {
    expect(factsOf({ [`${control}\\SafeBoot\\Option`]: option }).safeMode).toBe(safeMode);
  });

  it('claims nothing of a registry it does not have', () => {
    expect(collectMachineFacts(new TreeRegistry())).toEqual({
      computerName: null,
      platform: 'windows',
      osName: null,
      osVersion: null,
      osBuild: null,
      edition: 'unknown',
      architecture: 'unknown',
      safeMode: 'unknown',
      elevated: null,
      language: null,
    });
  });
});
