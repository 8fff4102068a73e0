import { describe, expect, it } from 'vitest';
import { protection } from '../../../../../src/main/engine/protection/protection.ts';
import { restOfStart } from '../../../../../src/main/engine/protection/rest-of-start.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { defenderAtWork, productAtWork } from '../../../../support/protected-machines.ts';
import { merge } from '../../../../support/kaspersky-machines.ts';
import { antivirusProducts } from '../../../../../src/main/catalog/antivirus-products.ts';

const minutes = 60_000;
const waiting = { services: [{ name: 'wscsvc', state: 'stopped' }] } satisfies InventoryFacts;

/** Read so many minutes after a start of Windows. */
function started(ago: number, facts: InventoryFacts) {
  const inventory = inventoryOf(facts);
  const bootedAt = new Date(Date.parse(inventory.collectedAt) - ago * minutes).toISOString();
  return { ...inventory, machine: { ...inventory.machine, bootedAt } };
}

const told = (inventory: ReturnType<typeof started>) => {
  const { verdict, reasons } = protection(inventory);
  return [verdict, reasons.some(({ id }) => id === 'protection.stillStarting')];
};

describe('directly after a start of Windows', () => {
  it('a Security Center that does not run yet proves nothing, and that is said', () => {
    expect(told(started(1, waiting))).toEqual(['cannotTell', true]);
  });

  it('what protects already is not doubted', () => {
    const eset = productAtWork(antivirusProducts.find(({ id }) => id === 'eset')!);
    expect(told(started(1, merge(waiting, eset)))).toEqual(['protected', false]);
    expect(told(started(1, merge(waiting, defenderAtWork)))).toEqual(['protected', false]);
  });

  it('nor is one that runs', () => {
    const runs = { services: [{ name: 'WscSvc', state: 'running' }] } satisfies InventoryFacts;
    expect(told(started(1, runs))).toEqual(['unprotected', false]);
  });

  it('a server, which has none, is answered as ever', () => {
    const server = merge(waiting, { machine: { edition: 'server' } });
    expect(told(started(1, server))[1]).toBe(false);
  });

  it('ten minutes later a Security Center that stands still does so for good', () => {
    expect(told(started(10, waiting))).toEqual(['unprotected', false]);
  });

  it('the rest of that time is what is waited for', () => {
    expect([restOfStart(started(3, waiting)), restOfStart(inventoryOf(waiting))]).toEqual([
      7 * minutes,
      0,
    ]);
  });
});
