import { describe, expect, it } from 'vitest';
import { collectNetworkAdapters } from '../../../../../../../src/main/machine/sources/registry/network/collect-network-adapters.ts';
import { treeRegistryOf } from '../../../../../../../src/main/machine/registry/tree-registry.ts';

const adapters =
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';
const id = '{9A399D81-2EAD-4F23-BCDD-637FC13DCD51}';
const filter = '{B5F4D659-7DAA-4565-8E41-BE220ED60542}';

describe('collectNetworkAdapters', () => {
  it('tells what is bound to each adapter, in order', () => {
    const registry = treeRegistryOf(
      {
        [adapters]: { Class: 'Net' },
        [`${adapters}\\0005`]: {
          NetCfgInstanceId: id,
          DriverDesc: 'Ethernet controller',
          ComponentId: 'pci\\ven_8086&dev_15f3',
          ProviderName: 'Intel',
        },
        [`${adapters}\\0005\\Ndi`]: { Service: 'e2fexpress' },
        [`${adapters}\\0005\\Linkage`]: {
          FilterList: [`${id}-${filter}-0000`, 'nonsense', ''],
          UpperBind: ['Tcpip', 'Tcpip6', ''],
        },
        [`${adapters}\\0006`]: { DriverDesc: 'No adapter' },
      },
      // Only Windows itself may open it, as on every real computer.
      [`${adapters}\\Properties`],
    );

    expect(collectNetworkAdapters(registry)).toEqual({
      state: 'read',
      items: [
        {
          adapterId: id,
          key: `${adapters}\\0005`,
          description: 'Ethernet controller',
          componentId: 'pci\\ven_8086&dev_15f3',
          provider: 'Intel',
          service: 'e2fexpress',
          filters: [filter],
          upperBind: ['Tcpip', 'Tcpip6'],
        },
      ],
      gaps: [],
    });
  });

  it('knows an adapter to which nothing is bound', () => {
    const registry = treeRegistryOf({ [`${adapters}\\0000`]: { NetCfgInstanceId: id } });

    expect(collectNetworkAdapters(registry)).toMatchObject({
      state: 'read',
      items: [{ adapterId: id, service: null, filters: [], upperBind: [] }],
    });
  });

  it('does not take a closed adapter for none', () => {
    const registry = treeRegistryOf({ [adapters]: {} }, [`${adapters}\\0000`]);

    expect(collectNetworkAdapters(registry)).toMatchObject({ state: 'partial', items: [] });
  });
});
