import type { Inventory } from '../../../shared/domain/inventory.ts';
import { readSection } from '../../../shared/domain/section.ts';
import {
  identityOf,
  sectionNames,
  type ItemOf,
  type SectionName,
} from '../../../shared/domain/sections.ts';
import type { Changes } from './computers/practice-computer.ts';

/** The inventory after the changes; removing what is not there changes nothing. */
export function applyChanges(inventory: Inventory, changes: Changes): Inventory {
  return sectionNames.reduce((whole, name) => changeSection(whole, name, changes), inventory);
}

function changeSection<K extends SectionName>(
  inventory: Inventory,
  name: K,
  changes: Changes,
): Inventory {
  const put = (changes.put[name] ?? []) as ItemOf<K>[];
  const remove = changes.remove[name] ?? [];
  if (put.length === 0 && remove.length === 0) return inventory;
  const section = inventory[name];
  if (section.state === 'unreadable') return inventory;
  const replaced = new Set(put.map((item) => identityOf(name, item)));
  const stays = (item: ItemOf<K>) => {
    const id = identityOf(name, item);
    return !replaced.has(id) && !remove.some((pattern) => isMatch(pattern.toLowerCase(), id));
  };
  const items = [...(section.items as ItemOf<K>[]).filter(stays), ...put];
  return { ...inventory, [name]: readSection(items, section.gaps) };
}

function isMatch(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}
