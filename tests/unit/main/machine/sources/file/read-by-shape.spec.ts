import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { inventoryShape } from '../../../../../../src/main/machine/sources/file/inventory-shape.ts';
import { readByShape } from '../../../../../../src/main/machine/sources/file/read-by-shape.ts';
import { shapeOf } from '../../../../../../src/main/machine/sources/file/shape-of.ts';
import { inventorySchema } from '../../../../../../src/shared/domain/inventory-schema.ts';
import { anyInventory } from '../../../../../support/any-inventory.ts';

/** A place in a document, by random choices; null where it ends. */
function spoil(document: unknown, turns: readonly number[], put: unknown): void {
  let here = document as Record<string, unknown>;
  for (const [at, turn] of turns.entries()) {
    const keys = Object.keys(here);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) return;
    const next = here[key];
    if (at < turns.length - 1 && typeof next === 'object' && next !== null) {
      here = next as Record<string, unknown>;
      continue;
    }
    if (put === undefined) delete here[key];
    else here[key] = put;
    return;
  }
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'x', true, 0, -1, 1.5, 1e300, [], {}, [{}], ['a']),
  fc.constantFrom<unknown>('cutover-inventory/1', 'cutover-inventory/2', '2026-02-30T00:00:00Z'),
  fc.constant<unknown>({ id: 'a', values: { b: [{ id: 'c' }, 'd'], e: 1 }, more: 1 }),
);

it('takes nothing that zod refuses, and makes of the rest what zod makes of it', () => {
  const read = { whole: 0, left: 0 };
  fc.assert(
    fc.property(
      anyInventory,
      fc.array(fc.nat(60), { maxLength: 7 }),
      anything,
      (inventory, turns, put) => {
        const document = JSON.parse(JSON.stringify(inventory)) as unknown;
        spoil(document, turns, put);
        const text = JSON.stringify(document);
        const quick = readByShape(inventoryShape, JSON.parse(text));
        const strict = inventorySchema.safeParse(JSON.parse(text));
        read[quick === undefined ? 'left' : 'whole'] += 1;
        expect(quick === undefined ? strict : { success: true, data: quick }).toEqual(strict);
      },
    ),
    { numRuns: 400 },
  );

  expect([read.whole > 20, read.left > 20]).toEqual([true, true]);
});

it('takes every whole inventory at the first look, and leaves out what it does not know', () => {
  fc.assert(
    fc.property(anyInventory, (inventory) => {
      const text = JSON.stringify({ ...inventory, more: 1 });
      expect(readByShape(inventoryShape, JSON.parse(text))).toEqual(
        inventorySchema.parse(JSON.parse(text)),
      );
    }),
    { numRuns: 50 },
  );
});

it('leaves nothing of an inventory to zod that it could take itself', () => {
  expect(JSON.stringify(inventoryShape)).not.toContain('{"is":"other"');
});

it.each<[string, z.ZodType, unknown]>([
  ['a rule about the whole', z.array(z.string()).max(1), ['a']],
  ['a rule of our own', z.string().refine((text) => text !== ''), 'a'],
  ['unknown keys that are refused', z.strictObject({}), {}],
  ['what is turned into something else', z.string().transform(Number), '1'],
  ['keys by a rule', z.record(z.string().min(2), z.string()), { ab: 'c' }],
])('leaves %s to zod', (_what, schema, value) => {
  expect(readByShape(shapeOf(schema), value)).toBeUndefined();
});

it('leaves to zod what holds itself without end', () => {
  const document = (depth: number) =>
    JSON.parse(`${'{"of":'.repeat(depth)}null${'}'.repeat(depth)}`) as unknown;
  const node: z.ZodType = z.object({ of: z.lazy(() => node).nullable() });
  const read = (depth: number) => readByShape(shapeOf(node), document(depth)) !== undefined;

  expect([read(3), read(30), read(5_000)]).toEqual([true, true, false]);
});

it('keeps no prototype that a document brings', () => {
  const shape = shapeOf(z.record(z.string(), z.string()));

  expect(readByShape(shape, JSON.parse('{"__proto__":"a"}'))).toBeUndefined();
});
