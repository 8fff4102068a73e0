import { expect, it } from 'vitest';
import { firstFaults } from '../../../../../../src/main/machine/sources/file/first-faults.ts';
import { type Inventory, inventorySchema } from '../../../../../../src/shared/domain/inventory.ts';
import { inventoryOf } from '../../../../../support/inventory-builder.ts';

const whole = inventoryOf({
  programs: [{ keyName: '7-Zip' }],
  vendorFolders: [{ path: 'C:\\Kaspersky', entries: ['C:\\Kaspersky\\a.exe'] }],
});

/** A list of so many wrong items that counts how many of them are looked at. */
function counted(length: number): { readonly list: never[]; readonly looks: () => number } {
  const seen = new Set<string>();
  const list = new Proxy(Array.from({ length }, () => ({})) as never[], {
    get(target, key, proxy): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) seen.add(key);
      return Reflect.get(target, key, proxy);
    },
  });
  return { list, looks: () => seen.size };
}

it.each<[string, (list: never[]) => Inventory]>([
  ['items', (list) => ({ ...whole, programs: { state: 'read', items: list, gaps: [] } })],
  ['gaps', (list) => ({ ...whole, services: { state: 'partial', items: [], gaps: list } })],
  [
    'entries of an item',
    (list) => ({
      ...whole,
      vendorFolders: {
        ...whole.vendorFolders,
        items: whole.vendorFolders.items.map((item) => ({ ...item, entries: list })),
      },
    }),
  ],
])('looks at no more %s than it tells faults of', (_list, inventory) => {
  const { list, looks } = counted(1_000);

  const faults = firstFaults(inventorySchema, inventory(list), 6);

  expect([faults.length, looks()]).toEqual([6, expect.toSatisfy((seen) => seen >= 1 && seen <= 6)]);
});
