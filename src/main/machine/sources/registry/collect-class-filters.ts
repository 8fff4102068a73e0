import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { ClassFilter } from '../../../../shared/domain/inventory/class-filters.ts';
import { controlSetPath } from '../../registry/control-set-path.ts';
import type { Registry } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { listOf, textOf } from '../../registry/value-of.ts';

/** Filter drivers of device classes. Microsoft: driver docs, "Device Filter Driver Ordering". */
export function collectClassFilters(registry: Registry): Inventory['classFilters'] {
  const reader = new SectionReader(registry);
  const classes = reader.children(controlSetPath(registry, 'Control\\Class'));
  const filters = classes.map((key): ClassFilter => ({
    classGuid: key.name,
    className: textOf(key, 'Class'),
    upperFilters: namesOf(listOf(key, 'UpperFilters')),
    lowerFilters: namesOf(listOf(key, 'LowerFilters')),
  }));
  return reader.section(filters.filter(hasAny));
}

function namesOf(list: readonly string[]): string[] {
  return list.filter((name) => name !== '');
}

function hasAny({ upperFilters, lowerFilters }: ClassFilter): boolean {
  return upperFilters.length + lowerFilters.length > 0;
}
