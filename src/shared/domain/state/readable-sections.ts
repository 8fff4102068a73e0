import type { Inventory } from '../inventory.ts';
import { isOnRequest, sectionNames, type SectionName } from '../sections.ts';

/** The sections of an inventory without those that are read on request and that nobody asked for: nothing is missing there. */
export function readableSections(inventory: Inventory): readonly SectionName[] {
  return sectionNames.filter((name) => !isOnRequest(name) || wasTried(inventory[name]));
}

function wasTried({ state, gaps }: Inventory[SectionName]): boolean {
  return state !== 'unreadable' || gaps.some(({ reason }) => reason !== 'notCollected');
}
