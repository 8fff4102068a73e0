import type { Inventory } from '../../../shared/domain/inventory.ts';
import { readableSections } from '../../../shared/domain/state/readable-sections.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';

/** Everything an inventory could not read although somebody wanted it, by section. */
export function notKnownIn(inventory: Inventory): RunRecord['notKnown'] {
  return readableSections(inventory).flatMap((section) =>
    inventory[section].gaps.map((gap) => ({ section, gap })),
  );
}
