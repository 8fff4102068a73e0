import { describe, expect, it } from 'vitest';
import { collectServiceConfigs } from '../../../../../../src/main/machine/sources/registry/collect-service-configs.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';

const variables = new Map([['SYSTEMROOT', 'C:\\Windows']]);
const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

describe('collectServiceConfigs', () => {
  it('tells how a service is configured and not whether it runs', () => {
    const registry = treeRegistryOf({
      [`${services}\\AVP21.25`]: {
        Type: 0x10,
        Start: 2,
        DisplayName: 'Служба Kaspersky 21.25',
        ImagePath: '"C:\\Program Files (x86)\\K\\avp.exe" -r',
        ObjectName: 'LocalSystem',
      },
    });
    expect(collectServiceConfigs(registry, variables)).toEqual({
      state: 'read',
      gaps: [],
      items: [
        {
          name: 'AVP21.25',
          displayName: 'Служба Kaspersky 21.25',
          kind: 'service',
          state: 'unknown',
          start: 'auto',
          imagePath: '"C:\\Program Files (x86)\\K\\avp.exe" -r',
          imageFile: 'C:\\Program Files (x86)\\K\\avp.exe',
          imageExists: null,
          markedForDeletion: false,
          account: 'LocalSystem',
          processId: null,
        },
      ],
    });
  });

  it('tells which are deleted already and only wait for the restart', () => {
    const registry = treeRegistryOf({
      [`${services}\\klif`]: { Type: 2, Start: 4, DeleteFlag: 1 },
      [`${services}\\klflt`]: { Type: 2, Start: 1, DeleteFlag: 0 },
    });
    const { items } = collectServiceConfigs(registry, variables);
    expect(items.map(({ name, markedForDeletion }) => [name, markedForDeletion])).toEqual([
      ['klif', true],
      ['klflt', false],
    ]);
  });

  it('tells kinds and starts apart and leaves out keys that are no service', () => {
    const types = [1, 2, 4, 8, 0x10, 0x20, 0x50, 0x60, 0xd0, 0xe0, 0x110, 0x120];
    const registry = treeRegistryOf({
      ...Object.fromEntries(types.map((Type, Start) => [`${services}\\${Type}`, { Type, Start }])),
      [`${services}\\.NET CLR Data`]: {},
    });
    const { items } = collectServiceConfigs(registry, variables);
    expect(items.map(({ name, kind, start }) => `${name} ${kind} ${start}`)).toEqual([
      '1 kernelDriver boot',
      '2 fileSystemDriver system',
      '4 other auto',
      '8 other demand',
      '16 service disabled',
      '32 service unknown',
      '80 other unknown',
      '96 other unknown',
      '208 other unknown',
      '224 other unknown',
      '272 service unknown',
      '288 service unknown',
    ]);
  });

  it('finds the current control set in an export that does not have the link', () => {
    const registry = treeRegistryOf({
      'HKLM\\SYSTEM\\Select': { Current: 2 },
      'HKLM\\SYSTEM\\ControlSet001\\Services\\old': { Type: 1 },
      'HKLM\\SYSTEM\\ControlSet002\\Services\\klim6': { Type: 1, Start: 1 },
    });
    expect(
      collectServiceConfigs(registry, variables).items.map(({ name, imageFile }) => [
        name,
        imageFile,
      ]),
    ).toEqual([['klim6', 'C:\\Windows\\System32\\drivers\\klim6.sys']]);
  });

  it('lists what is known of an export of a few services, and says that there are more', () => {
    const registry = new TreeRegistry();
    const key = registry.addKey(`${services}\\klim6`);
    registry.addValue(key, { name: 'Type', type: 'REG_DWORD', size: 4, data: 1 });
    const { state, items, gaps } = collectServiceConfigs(registry, variables);
    expect([state, items.map((item) => item.name), gaps.map((gap) => gap.subject)]).toEqual([
      'partial',
      ['klim6'],
      [services],
    ]);
  });

  it('is unreadable where services were not collected', () => {
    expect(collectServiceConfigs(new TreeRegistry(), variables).state).toBe('unreadable');
  });
});
