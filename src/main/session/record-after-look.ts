import type { Inventory } from '../../shared/domain/inventory.ts';
import { isProtected } from '../../shared/domain/is-protected.ts';
import type { ProtectionGap, RestoreStepResult, RunRecord } from '../../shared/domain/record.ts';
import { productChanges } from '../engine/judge/product-changes.ts';
import { runOutcome } from '../engine/judge/run-outcome.ts';
import { notKnownIn, unprovenSections } from '../engine/judge/verify.ts';
import { decisions } from './decisions.ts';

/**
 * The record of a run after the computer was looked at once more: what was done stays, what the computer says
 * about it is new. `restored` is what was done in between to bring Microsoft Defender back.
 */
export function recordAfterLook(
  record: RunRecord,
  inventory: Inventory,
  restored: readonly RestoreStepResult[],
): RunRecord {
  const findingsAfter = decisions.detect(inventory);
  const protection = decisions.protection(inventory);
  return {
    ...record,
    findingsAfter,
    products: productChanges({ ...record, findingsAfter }),
    protection,
    restored: [...record.restored, ...restored],
    protectionGap: isProtected(protection)
      ? closed(record.protectionGap, inventory.collectedAt)
      : record.protectionGap,
    notKnown: notKnownIn(inventory),
    ...runOutcome({
      plan: record.plan,
      steps: record.steps,
      findingsAfter,
      protection,
      unproven: unprovenSections(inventory),
      cancelled: record.outcome === 'cancelled',
      dryRun: record.outcome === 'dryRun',
    }),
  };
}

/** A gap that was still open ends at the first look at which something protects. */
function closed(gap: ProtectionGap | null, at: string): ProtectionGap | null {
  if (gap === null || gap.to !== null) return gap;
  const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(gap.from)) / 1000));
  return { ...gap, to: at, seconds };
}
