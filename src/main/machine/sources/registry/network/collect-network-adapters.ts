import type { Inventory } from '../../../../../shared/domain/inventory.ts';
import type { NetworkAdapter } from '../../../../../shared/domain/inventory/network/network-adapters.ts';
import { controlSetPath } from '../../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../../registry/registry.ts';
import { listOf, textOf } from '../../../registry/value-of.ts';
import { SectionReader } from '../reader/section-reader.ts';

/** Microsoft: driver docs, "System-Defined Device Setup Classes Available to Vendors". */
const adapterClass = 'Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';

/**
 * The network adapters that Windows remembers, with the filters and protocols bound to them; keys without an identifier
 * are no adapters. Microsoft: driver docs, "Configuring an INF File for a Modifying Filter Driver".
 */
export function collectNetworkAdapters(registry: Registry): Inventory['networkAdapters'] {
  const reader = new SectionReader(registry);
  const root = controlSetPath(registry, adapterClass);
  // Beside the numbered keys lies one that not even administrators may open.
  const numbered = reader.names(root).filter((name) => /^\d+$/.test(name));
  return reader.section(
    numbered.flatMap((name) => {
      const key = reader.key(`${root}\\${name}`);
      return key === null ? [] : adapterOf(reader, key);
    }),
  );
}

function adapterOf(reader: SectionReader, key: RegistryKey): NetworkAdapter[] {
  const adapterId = textOf(key, 'NetCfgInstanceId');
  if (adapterId === null) return [];
  const [ndi, linkage] = ['Ndi', 'Linkage'].map((name) => reader.key(`${key.path}\\${name}`));
  return [
    {
      adapterId,
      key: key.path,
      description: textOf(key, 'DriverDesc'),
      componentId: textOf(key, 'ComponentId'),
      provider: textOf(key, 'ProviderName'),
      service: ndi ? textOf(ndi, 'Service') : null,
      filters: linkage ? listOf(linkage, 'FilterList').flatMap(filterOf) : [],
      upperBind: linkage ? listOf(linkage, 'UpperBind').filter((name) => name !== '') : [],
    },
  ];
}

/** An entry is made of the adapter, the filter and a number. */
function filterOf(entry: string): string[] {
  const filter = /^\{[^{}]+\}-(\{[^{}]+\})-\d+$/.exec(entry)?.[1];
  return filter === undefined ? [] : [filter];
}
