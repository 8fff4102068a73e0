import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../../../../../src/main/machine/sources/file/read-document.ts';
import type { Inventory } from '../../../../../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../../../../../src/shared/domain/inventory-schema.ts';
import { anyInventory } from '../../../../../support/any-inventory.ts';
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

  const read = readDocument(inventorySchema, inventory(list), 6);

  const faults = read.ok ? 0 : read.faults.length;
  expect([faults, looks()]).toEqual([6, expect.toSatisfy((seen) => seen >= 1 && seen <= 6)]);
});

it('makes of a document what its schema makes of it, also of one that an older program wrote', () => {
  const older = (inventory: Inventory): unknown => ({ ...inventory, files: undefined, more: 1 });
  fc.assert(
    fc.property(anyInventory, fc.boolean(), (inventory, isOlder) => {
      const written = JSON.stringify(isOlder ? older(inventory) : inventory);
      const document = JSON.parse(written) as unknown;
      expect(readDocument(inventorySchema, document, 6)).toEqual({
        ok: true,
        value: inventorySchema.parse(JSON.parse(written)),
      });
    }),
    { numRuns: 50 },
  );
});

it('leaves no rule out that a schema has about a list or an object as a whole', () => {
  const few = z.object({ all: z.array(z.string()).max(1) });
  const strict = z.strictObject({ all: z.array(z.string()) });
  const read = (schema: z.ZodType, document: unknown) => readDocument(schema, document, 6).ok;
  expect([
    read(few, { all: ['a'] }),
    read(few, { all: ['a', 'b'] }),
    read(strict, { all: [] }),
    read(strict, { all: [], more: 1 }),
  ]).toEqual([true, false, true, false]);
});
