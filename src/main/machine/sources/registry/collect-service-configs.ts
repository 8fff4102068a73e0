import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { Service } from '../../../../shared/domain/inventory/services.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { resolveImagePath } from '../../registry/resolve-image-path.ts';
import { SectionReader } from './reader/section-reader.ts';
import { numberOf, textOf } from '../../registry/value-of.ts';

/**
 * Services and drivers as they are configured; the registry does not tell whether they run. Keys without a
 * type belong to no service. Microsoft: win32 docs, `QUERY_SERVICE_CONFIGW`; `DeleteFlag`: ReactOS, `base/system/services`.
 */
export function collectServiceConfigs(
  registry: Registry,
  variables: Variables,
): Inventory['services'] {
  const reader = new SectionReader(registry);
  const keys = reader.children(controlSetPath(registry, 'Services'));
  return reader.section(
    keys.flatMap((key) => {
      const type = numberOf(key, 'Type');
      return type === null ? [] : [serviceOf(key, kindOf(type), variables)];
    }),
  );
}

/** `SERVICE_INTERACTIVE_PROCESS`, which says nothing about the kind. */
const interactive = 0x100;

/** Services of one user (0x50, 0x60 and their running copies 0xD0, 0xE0), adapters and recognisers are `other`. */
const kinds: Readonly<Record<number, Service['kind']>> = {
  0x1: 'kernelDriver',
  0x2: 'fileSystemDriver',
  0x10: 'service',
  0x20: 'service',
};

const drivers: ReadonlySet<Service['kind']> = new Set(['kernelDriver', 'fileSystemDriver']);

const starts: readonly Service['start'][] = ['boot', 'system', 'auto', 'demand', 'disabled'];

function kindOf(type: number): Service['kind'] {
  return kinds[type & ~interactive] ?? 'other';
}

function serviceOf(key: RegistryKey, kind: Service['kind'], variables: Variables): Service {
  const imagePath = textOf(key, 'ImagePath');
  const isDriver = drivers.has(kind);
  return {
    name: key.name,
    displayName: textOf(key, 'DisplayName'),
    kind,
    state: 'unknown',
    start: starts[numberOf(key, 'Start') ?? -1] ?? 'unknown',
    imagePath,
    imageFile: resolveImagePath({ name: key.name, isDriver, imagePath, variables }),
    imageExists: null,
    markedForDeletion: (numberOf(key, 'DeleteFlag') ?? 0) !== 0,
    account: textOf(key, 'ObjectName'),
    processId: null,
  };
}
