import type { Inventory } from '../../shared/domain/inventory.ts';
import { isProtected } from '../../shared/domain/protection/is-protected.ts';
import { defaultChoice, mergePlans, type Choice } from '../../shared/domain/plan/plan.ts';
import type { ProtectionGap, RunRecord } from '../../shared/domain/run/record.ts';
import { stepsTaken } from '../../shared/domain/run/steps-taken.ts';
import { reactivationPlan } from '../engine/protection/reactivation-plan.ts';
import type { EarlierRun } from '../engine/judge/state.ts';
import { productChanges } from '../engine/judge/product-changes.ts';
import { runOutcome } from '../engine/judge/run-outcome.ts';
import { notKnownIn } from '../engine/judge/verify.ts';
import { isRemoval } from '../../shared/domain/plan/is-removal.ts';
import { answerAbout } from './decisions.ts';

/**
 * The record of a run after the computer was looked at once more: what was done stays, what the computer says
 * about it is new. `since` is a run in between, which reactivated Microsoft Defender; null where there was none.
 */
export function recordAfterLook(
  run: RunRecord,
  inventory: Inventory,
  since: RunRecord | null,
): RunRecord {
  const record = since === null ? run : withSteps(run, since);
  const { choice } = record.plan;
  const wanted: Choice = { ...(isRemoval(choice) ? choice : defaultChoice), phases: ['remove'] };
  const { findings: findingsAfter, state } = answerAbout(
    inventory,
    wanted,
    waitingFor(record, inventory),
  );
  const { protection } = state;
  return {
    ...record,
    findingsAfter,
    products: productChanges({ ...record, findingsAfter }),
    protection,
    state,
    protectionGap: isProtected(protection)
      ? closed(record.protectionGap, inventory.collectedAt)
      : record.protectionGap,
    notKnown: notKnownIn(inventory),
    ...runOutcome({
      choice,
      steps: stepsTaken(record),
      state,
      causes: reactivationPlan(inventory).causes,
      cancelled: record.outcome === 'cancelled',
      dryRun: record.outcome === 'dryRun',
    }),
  };
}

/** What still waits for a restart that Windows shows is due; before it nothing more is known than when the run ended. */
function waitingFor(record: RunRecord, { pendingRestarts }: Inventory): EarlierRun | null {
  const waiting = stepsTaken(record).filter(({ result }) => result.outcome === 'restartNeeded');
  if (waiting.length === 0 || pendingRestarts.items.length === 0) return null;
  const { runId, plan } = record;
  return { runId, steps: waiting.map(({ step }) => step), dangersBefore: plan.dangers };
}

/** A step that was taken before counts as it ended last. */
function withSteps(run: RunRecord, { plan, steps }: RunRecord): RunRecord {
  const again = new Set(steps.map(({ stepId }) => stepId));
  const kept = run.steps.filter(({ stepId }) => !again.has(stepId));
  return { ...run, plan: mergePlans(run.plan, plan), steps: [...kept, ...steps] };
}

/** A gap that was still open ends at the first look at which something protects. */
function closed(gap: ProtectionGap | null, at: string): ProtectionGap | null {
  if (gap === null || gap.to !== null) return gap;
  const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(gap.from)) / 1000));
  return { ...gap, to: at, seconds };
}
