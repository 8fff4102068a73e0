import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { sectionNames } from '../../../shared/domain/sections.ts';
import type { Kept, Plan } from '../../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { provingSections, type ProvingSection } from '../../../shared/domain/state/state.ts';

/**
 * Products that should be gone and are not: whatever is installed and certain enough, unless the plan kept it
 * because the person did not choose it or because it is not the vendor's. A name alone does not count.
 */
export function remainingProducts(plan: Plan, after: readonly Finding[]): readonly Finding[] {
  return after.filter(
    (finding) =>
      finding.state === 'installed' &&
      finding.confidence !== 'hint' &&
      !keptOnPurpose(plan, finding.id),
  );
}

/** Remains of products, unless they belong to something the person did not choose. */
export function relevantLeftovers(plan: Plan, after: readonly Finding[]): readonly Finding[] {
  return after.filter(
    (finding) =>
      finding.state === 'leftover' &&
      finding.confidence !== 'hint' &&
      !keptOnPurpose(plan, finding.id),
  );
}

/** Sections whose silence would be taken as proof of absence, but which could not be read at all. */
export function unprovenSections(after: Inventory): readonly ProvingSection[] {
  return provingSections.filter((section) => after[section].state === 'unreadable');
}

/** Everything an inventory could not read, by section. */
export function notKnownIn(inventory: Inventory): RunRecord['notKnown'] {
  return sectionNames.flatMap((section) =>
    inventory[section].gaps.map((gap) => ({ section, gap })),
  );
}

const onPurpose: readonly Kept['reason'][] = ['notChosen', 'notKaspersky'];

function keptOnPurpose(plan: Plan, findingId: string): boolean {
  return plan.kept.some((kept) => kept.findingId === findingId && onPurpose.includes(kept.reason));
}
