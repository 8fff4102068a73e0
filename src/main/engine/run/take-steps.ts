import { message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Step, StepResult, TakenStep } from '../../../shared/domain/plan/step.ts';
import { recallStep } from './resume.ts';
import type { Decided, RunContext } from './run-states.ts';
import { notRun, reasonNotToRun } from './step-policy.ts';
import { hasAnotherPassword, passwordState, takeStep } from './take-step.ts';

/** Takes every step of a phase, or those that are named: recalls it, performs it, or says why it is left out. */
export async function takeSteps(
  context: RunContext,
  decided: Decided,
  steps: readonly Step[] = stepsOfPhase(decided),
): Promise<{ readonly taken: readonly TakenStep[]; readonly now: Inventory }> {
  const taken: TakenStep[] = [];
  let now = decided.now;
  for (const [index, step] of steps.entries()) {
    let result = recall(context, { ...decided, now }, step) ?? leaveOut(context, step, taken);
    if (result === null) {
      context.emit({ kind: 'stepStarted', step, index, total: steps.length });
      ({ result, now } = await takeStep(context, step, now));
    }
    taken.push({ step, result });
    context.emit({ kind: 'stepFinished', step, result });
  }
  return { taken, now };
}

/** The steps of the phase that a run is in. */
export function stepsOfPhase({ plan, phases }: Decided): readonly Step[] {
  return plan.steps.filter(({ phase }) => phase === phases[0]);
}

/** How a step of an earlier start stands; null when there is none or it has to be performed. */
export function recall(context: RunContext, decided: Decided, step: Step): StepResult | null {
  if (!context.resumed) return null;
  const known = context.history.attempts.get(step.id)?.judged ?? null;
  const result = recallStep({
    step,
    history: context.history,
    before: decided.before,
    now: decided.now,
    wanted: decided.wanted.has(step.id),
    password: passwordState(context, step),
  });
  if (result !== null && result !== known) context.journal.append({ kind: 'stepJudged', result });
  const again = result?.outcome === 'passwordWrong' && decided.wanted.has(step.id);
  return again && hasAnotherPassword(context, step) ? null : result;
}

function leaveOut(context: RunContext, step: Step, taken: readonly TakenStep[]): StepResult | null {
  const reason = context.signal.aborted
    ? message('judged.cancelled.notBegun')
    : reasonNotToRun(step, taken);
  return reason === null ? null : notRun(step, reason);
}
