import {
  sectionNames,
  type Inventory,
  type SectionName,
} from '../../../shared/domain/inventory.ts';
import { readSection } from '../../../shared/domain/section.ts';
import type { Changes } from './computers/practice-computer.ts';

type Item<K extends SectionName> = Inventory[K]['items'][number];

/** By what an item of a section is told from the others. */
const identityOf: { readonly [K in SectionName]: (item: Item<K>) => string } = {
  profiles: (item) => item.sid,
  programs: (item) => item.key,
  installerProducts: (item) => item.productCode,
  services: (item) => item.name,
  processes: (item) => item.name,
  vendorKeys: (item) => item.key,
  vendorFolders: (item) => item.path,
  files: (item) => item.path,
  certificates: (item) => item.thumbprint,
  scheduledTasks: (item) => item.path,
  browserExtensions: (item) => `${item.browser}:${item.id}`,
  networkComponents: (item) => item.componentId,
  classFilters: (item) => item.classGuid,
  encryption: (item) => `${item.kind}:${item.subject}`,
  pendingRestarts: (item) => item.source,
  securityProducts: (item) => `${item.provider}:${item.name}`,
  wmiSecurityProducts: (item) => `${item.provider}:${item.displayName}`,
  defender: (item) => `${item.key}\\${item.name}`,
  defenderStatus: (item) => item.name,
  amsiProviders: (item) => item.clsid,
};

/** The inventory after the changes; removing what is not there changes nothing. */
export function applyChanges(inventory: Inventory, changes: Changes): Inventory {
  return sectionNames.reduce((whole, name) => changeSection(whole, name, changes), inventory);
}

function changeSection<K extends SectionName>(
  inventory: Inventory,
  name: K,
  changes: Changes,
): Inventory {
  const put = (changes.put[name] ?? []) as Item<K>[];
  const remove = changes.remove[name] ?? [];
  if (put.length === 0 && remove.length === 0) return inventory;
  const idOf = identityOf[name];
  const section = inventory[name];
  if (section.state === 'unreadable') return inventory;
  const replaced = new Set(put.map((item) => idOf(item).toLowerCase()));
  const stays = (item: Item<K>) => {
    const id = idOf(item).toLowerCase();
    return !replaced.has(id) && !remove.some((pattern) => isMatch(pattern.toLowerCase(), id));
  };
  const items = [...(section.items as Item<K>[]).filter(stays), ...put];
  return { ...inventory, [name]: readSection(items, section.gaps) };
}

function isMatch(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}
