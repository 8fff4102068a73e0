import { message, type Message } from '../../../shared/domain/message.ts';
import type { Family } from '../../../shared/domain/finding.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { Step, StepResult, TakenStep } from '../../../shared/domain/plan/step.ts';
import { nameOf } from '../../../shared/domain/plan/step-about.ts';

/**
 * A step that failed does not end the run, because the others are independent of it, with four exceptions.
 * An agent stays while a security product it manages stays: through it the administrators can still help.
 * When a person cancelled, in Cutover or in the window of an uninstaller, nothing further begins. And when
 * Windows Installer is held by something else, it is held for the other packages too. What is left of a product goes in an
 * order, and what comes after something that waits for the restart waits too.
 */
const keptBy: Partial<Record<Family, readonly Family[]>> = {
  agent: ['antivirus', 'endpoint', 'edr', 'server'],
};

/** Why a step must not be performed after what happened so far in its phase; null when it may be. */
export function reasonNotToRun(step: Step, taken: readonly TakenStep[]): Message | null {
  const failed = taken.find((each) => isKeptBy(step, each.step) && !isOff(each.result));
  if (failed !== undefined) {
    return message('judged.managed.notBegun', { product: nameOf(failed.step) });
  }
  if (taken.some(({ result }) => result.outcome === 'cancelled'))
    return message('judged.cancelled.notBegun');
  const busy = taken.find(({ result }) => result.outcome === 'installerBusy');
  if (busy !== undefined && step.action.kind === 'uninstallMsi') {
    return message('judged.busy.notBegun');
  }
  const waiting = taken.find(
    (each) => each.result.outcome === 'restartNeeded' && each.step.about.kind === 'remains',
  );
  if (waiting !== undefined && step.about.kind === 'remains')
    return message('judged.restart.notBegun', { name: nameOf(waiting.step) });
  return null;
}

function isKeptBy({ about: kept }: Step, { about: keeper }: Step): boolean {
  if (kept.kind !== 'product' || keeper.kind !== 'product') return false;
  return keptBy[kept.family]?.includes(keeper.family) === true;
}

/** The product is gone, at least after the restart. */
export function isOff(result: StepResult): boolean {
  return stepOutcomes[result.outcome].off;
}

/** The result of a step that was not performed. */
export function notRun(step: Step, why: Message): StepResult {
  return {
    stepId: step.id,
    outcome: 'notRun',
    exitCode: null,
    durationMs: 0,
    message: [why],
    command: null,
    logFile: null,
  };
}
