import { describe, expect, it } from 'vitest';
import { collectBrowserExtensions } from '../../../../../src/main/machine/sources/registry/collect-browser-extensions.ts';
import { collectClassFilters } from '../../../../../src/main/machine/sources/registry/collect-class-filters.ts';
import { collectDefenderSettings } from '../../../../../src/main/machine/sources/registry/collect-defender-settings.ts';
import { collectNetworkComponents } from '../../../../../src/main/machine/sources/registry/collect-network-components.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../src/main/machine/registry/tree-registry.ts';
import { extensionId, testScope } from './test-scope.ts';

const control = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
const sid = 'S-1-5-21-1-2-3-1001';

const network = (letter: string) =>
  `${control}\\Network\\{4D36E97${letter}-E325-11CE-BFC1-08002BE10318}`;

describe('collectClassFilters', () => {
  it('lists the classes that have filters, in the order of the filters', () => {
    const keyboard = '{4D36E96B-E325-11CE-BFC1-08002BE10318}';
    const registry = treeRegistryOf({
      [`${control}\\Class\\${keyboard}`]: {
        Class: 'Keyboard',
        UpperFilters: ['klkbdflt', 'kbdclass', ''],
      },
      [`${control}\\Class\\{2}`]: { LowerFilters: 'one' },
      [`${control}\\Class\\{3}`]: { Class: 'Mouse', UpperFilters: [] },
    });
    expect(collectClassFilters(registry)).toEqual({
      state: 'read',
      gaps: [],
      items: [
        {
          classGuid: keyboard,
          className: 'Keyboard',
          upperFilters: ['klkbdflt', 'kbdclass'],
          lowerFilters: [],
        },
        { classGuid: '{2}', className: null, upperFilters: [], lowerFilters: ['one'] },
      ],
    });
  });
});

describe('collectNetworkComponents', () => {
  it('lists clients, filters and protocols with their drivers', () => {
    const registry = treeRegistryOf({
      [`${network('4')}\\{A}`]: {
        ComponentId: 'kl_klim6',
        Description: 'Kaspersky Anti-Virus NDIS 6 Filter',
      },
      [`${network('4')}\\{A}\\Ndi`]: { Service: 'klim6' },
      [`${network('4')}\\Descriptions`]: { x: '1' },
      [`${network('5')}\\{B}`]: { ComponentId: 'ms_tcpip' },
    });
    expect(collectNetworkComponents(registry)).toEqual({
      state: 'read',
      gaps: [],
      items: [
        {
          componentId: 'kl_klim6',
          description: 'Kaspersky Anti-Virus NDIS 6 Filter',
          instanceKey: `${network('4')}\\{A}`,
          service: 'klim6',
        },
        {
          componentId: 'ms_tcpip',
          description: null,
          instanceKey: `${network('5')}\\{B}`,
          service: null,
        },
      ],
    });
  });
});

describe('collectDefenderSettings', () => {
  it('lists the settings that exist', () => {
    const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
    const state = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
    const service = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinDefend';
    const registry = treeRegistryOf({
      [policy]: { disableantispyware: 1, Other: 5 },
      [`${policy}\\Real-Time Protection`]: { DisableRealtimeMonitoring: 1 },
      [`${state}\\Features`]: { TamperProtection: 5 },
      [state]: { PassiveMode: new Uint8Array(4) },
      [service]: { Start: 4, Type: 16 },
    });
    const localPolicy = (_key: string, name: string) => name === 'DisableAntiSpyware';
    expect(collectDefenderSettings(registry, localPolicy)).toEqual({
      state: 'read',
      gaps: [],
      items: [
        { key: policy, name: 'DisableAntiSpyware', data: 1, inLocalPolicy: true },
        {
          key: `${policy}\\Real-Time Protection`,
          name: 'DisableRealtimeMonitoring',
          data: 1,
          inLocalPolicy: false,
        },
        { key: `${state}\\Features`, name: 'TamperProtection', data: 5 },
        { key: service, name: 'Start', data: 4 },
      ],
    });
  });

  it('does not know of a policy in an export whether the machine writes it again', () => {
    const key = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
    const registry = treeRegistryOf({ [key]: { DisableAntiSpyware: 1 } });
    expect(collectDefenderSettings(registry).items).toEqual([
      { key, name: 'DisableAntiSpyware', data: 1, inLocalPolicy: null },
    ]);
  });

  it('says when the keys were not collected', () => {
    expect(collectDefenderSettings(new TreeRegistry()).state).toBe('unreadable');
  });
});

describe('collectBrowserExtensions', () => {
  it('finds what the registry tells of the extensions of the scope, and no others', () => {
    const other = 'aaaabbbbccccddddeeeeffffgggghhhh';
    const chrome = 'HKLM\\SOFTWARE\\WOW6432Node\\Google\\Chrome\\Extensions';
    const forced = `HKU\\${sid}\\Software\\Policies\\Microsoft\\Edge\\ExtensionInstallForcelist`;
    const hosts = 'HKLM\\SOFTWARE\\Google\\Chrome\\NativeMessagingHosts';
    const host = `com.kaspersky.${extensionId}.host`;
    const registry = treeRegistryOf({
      [`${chrome}\\${extensionId}`]: { version: '5.1' },
      [`${chrome}\\${other}`]: {},
      [forced]: { 1: `${extensionId};https://example.org/update`, 2: other, 3: 7 },
      [`${hosts}\\${host}`]: { '': 'C:\\host.json' },
      [`${hosts}\\com.other.host`]: {},
    });
    const trace = { id: extensionId, name: null, version: null, userSid: null };
    expect(collectBrowserExtensions(registry, testScope)).toEqual({
      state: 'read',
      gaps: [],
      items: [
        {
          ...trace,
          browser: 'chrome',
          version: '5.1',
          origin: 'registry',
          location: `${chrome}\\${extensionId}`,
        },
        {
          ...trace,
          browser: 'chrome',
          origin: 'nativeMessagingHost',
          location: `${hosts}\\${host}`,
        },
        { ...trace, browser: 'edge', origin: 'policy', location: `${forced}\\1`, userSid: sid },
      ],
    });
  });
});
