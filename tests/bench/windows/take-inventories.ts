/**
 * Runs on the Windows of the lab: whole inventories beside the list of programs alone. `first` is what this fresh
 * process does before anything else; then both follow side by side.
 */
import { readFileSync } from 'node:fs';
import { scope } from '../../../src/main/catalog/scope.ts';
import { collectPrograms } from '../../../src/main/machine/sources/registry/collect-programs.ts';
import { sectionTimes } from '../../support/section-times.ts';
import { readWindows } from '../../../src/main/machine/sources/windows/read-windows.ts';
import { WindowsRegistry } from '../../../src/main/machine/windows/system/windows-registry.ts';
import { type Times, timeSideBySide } from '../measure.ts';

export interface InventoryOrder {
  readonly first: 'inventory' | 'programs';
  readonly rounds: number;
}

export interface InventoryTimes {
  /** Milliseconds of the very first call of this process. */
  readonly cold: number;
  readonly warm: Times;
  /** Milliseconds of every section in the warm rounds. */
  readonly sections: Readonly<Record<string, readonly number[]>>;
  readonly items: Readonly<Record<string, number>>;
}

const order = JSON.parse(readFileSync(0, 'utf8')) as InventoryOrder;
const sections: Record<string, number[]> = {};
const items: Record<string, number> = {};
const ways = {
  programs: () => collectPrograms(new WindowsRegistry()),
  inventory: async () => {
    const inventory = await readWindows({
      scope,
      collectedBy: 'bench',
      onProgress: sectionTimes((name, took) => (sections[name] ??= []).push(took)),
    });
    for (const [name, section] of Object.entries(inventory)) {
      if (typeof section === 'object' && 'items' in section) items[name] = section.items.length;
    }
  },
};

const start = performance.now();
await ways[order.first]();
const cold = performance.now() - start;
const warm =
  order.rounds > 0 ? await timeSideBySide(ways, { rounds: order.rounds, warmUp: 1 }) : {};
const result: InventoryTimes = { cold, warm, sections, items };
console.log(JSON.stringify(result));
