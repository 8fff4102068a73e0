import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/engine/detect/detect.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../../../src/shared/domain/inventory-schema.ts';
import { sectionNames } from '../../../../src/shared/domain/sections.ts';
import { anyFacts, anyInventory } from '../../../support/any-inventory.ts';
import { inventoryOf } from '../../../support/inventory-builder.ts';
import { home, innocent, merge, office, vpn } from '../../../support/kaspersky-machines.ts';

const runs = { numRuns: 300 };

describe('detect', () => {
  it('accepts every inventory the schema allows, and gives each finding an id of its own', () => {
    fc.assert(
      fc.property(anyInventory, (inventory) => {
        inventorySchema.parse(inventory);
        const ids = detect(inventory).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it('does not depend on the order of items', () => {
    fc.assert(
      fc.property(anyInventory, fc.infiniteStream(fc.nat()), (inventory, numbers) => {
        expect(detect(shuffled(inventory, numbers))).toEqual(detect(inventory));
      }),
      runs,
    );
  });

  it('does not depend on the order of items of a real machine', () => {
    const inventory = inventoryOf(merge(home, vpn, office, innocent));
    const expected = detect(inventory);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(detect(shuffled(inventory, numbers))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('finds the same among innocent programs', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'k', 'v', ' ', '漢', '.') });
    const program = fc.record({ displayName: word, publisher: word, keyName: word });
    const service = fc.record({ name: word.map((text) => `x${text}`), imageFile: word });
    fc.assert(
      fc.property(anyFacts, fc.array(program), fc.array(service), (facts, programs, services) => {
        const more = merge(facts, innocent, { programs, services });
        expect(withoutPids(inventoryOf(more))).toEqual(withoutPids(inventoryOf(facts)));
      }),
      runs,
    );
  });

  it('proves nothing where publishers, signers and the vendor’s registry are silent', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const silent = {
          ...facts,
          vendorKeys: [],
          programs: facts.programs!.map((program) => ({ ...program, publisher: null })),
          installerProducts: facts.installerProducts!.map((each) => ({ ...each, publisher: null })),
          files: facts.files!.map((file) => ({ ...file, companyName: null, signature: null })),
        };
        expect(
          detect(inventoryOf(silent)).filter(({ confidence }) => confidence === 'proven'),
        ).toEqual([]);
      }),
      runs,
    );
  });
});

function withoutPids(inventory: Inventory) {
  return detect(inventory).map(({ id, state, confidence, name }) => ({
    id,
    state,
    confidence,
    name,
  }));
}

function shuffled(inventory: Inventory, numbers: fc.Stream<number>): Inventory {
  const copy: Record<string, unknown> = { ...inventory };
  for (const name of sectionNames) {
    const section = inventory[name];
    const keyed = [...section.items].map((item) => ({ item, key: numbers.next().value ?? 0 }));
    copy[name] = { ...section, items: keyed.sort((a, b) => a.key - b.key).map(({ item }) => item) };
  }
  return copy as Inventory;
}
