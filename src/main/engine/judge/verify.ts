import type { Inventory } from '../../../shared/domain/inventory.ts';
import { sectionNames } from '../../../shared/domain/sections.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';

/** Everything an inventory could not read, by section. */
export function notKnownIn(inventory: Inventory): RunRecord['notKnown'] {
  return sectionNames.flatMap((section) =>
    inventory[section].gaps.map((gap) => ({ section, gap })),
  );
}
