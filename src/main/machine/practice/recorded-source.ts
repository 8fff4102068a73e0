import { setTimeout as sleep } from 'node:timers/promises';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { bySection, sectionNames } from '../../../shared/domain/sections.ts';
import type { Source } from '../sources/source.ts';

/** What was recorded of a practice computer, each section after its share of the time that reading takes. */
export function recordedSource(inventory: Inventory, takesMs: number): Source<null> {
  const shareMs = takesMs / sectionNames.length;
  return bySection<Source<null>>((name) => ({
    collect: async () => {
      if (shareMs > 0) await sleep(shareMs);
      return inventory[name];
    },
  }));
}
