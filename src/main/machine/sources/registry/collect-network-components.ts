import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { NetworkComponent } from '../../../../shared/domain/inventory/network-components.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { textOf } from '../../registry/value-of.ts';

/** Network clients, services (which include NDIS filters) and protocols. Microsoft: driver docs, device setup classes. */
const networkClasses = [
  '{4D36E973-E325-11CE-BFC1-08002BE10318}',
  '{4D36E974-E325-11CE-BFC1-08002BE10318}',
  '{4D36E975-E325-11CE-BFC1-08002BE10318}',
];

/** Network components that Windows knows; keys without a component id are not components. */
export function collectNetworkComponents(registry: Registry): Inventory['networkComponents'] {
  const reader = new SectionReader(registry);
  const keys = networkClasses.flatMap((guid) =>
    reader.children(controlSetPath(registry, `Control\\Network\\${guid}`)),
  );
  return reader.section(keys.flatMap((key) => componentOf(reader, key)));
}

function componentOf(reader: SectionReader, key: RegistryKey): NetworkComponent[] {
  const componentId = textOf(key, 'ComponentId');
  if (componentId === null) return [];
  const ndi = reader.key(`${key.path}\\Ndi`);
  return [
    {
      componentId,
      description: textOf(key, 'Description'),
      instanceKey: key.path,
      service: ndi === null ? null : textOf(ndi, 'Service'),
    },
  ];
}
