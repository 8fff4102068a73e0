import { message, type Message } from '../../../shared/domain/message.ts';
import type { Family } from '../../../shared/domain/finding.ts';
import { stepOutcomes } from '../../../shared/domain/step-outcomes.ts';
import type { Step, StepResult } from '../../../shared/domain/step.ts';

/**
 * A step that failed does not end the run, because the others are independent of it, with three exceptions.
 * An agent stays while a security product it manages stays: through it the administrators can still help.
 * When a person cancelled, in Cutover or in the window of an uninstaller, nothing further begins. And when
 * Windows Installer is held by something else, it is held for the other packages too.
 */
const keptBy: Partial<Record<Family, readonly Family[]>> = {
  agent: ['antivirus', 'endpoint', 'edr', 'server'],
};

export interface Done {
  readonly step: Step;
  readonly result: StepResult;
}

/** Why a step must not be performed after what happened so far; null when it may be. */
export function reasonNotToRun(step: Step, done: readonly Done[]): Message | null {
  const guardians = keptBy[step.family] ?? [];
  const failed = done.find((each) => guardians.includes(each.step.family) && !isOff(each.result));
  if (failed !== undefined) {
    return message('judged.managed.notBegun', { product: failed.result.name });
  }
  if (done.some((each) => each.result.outcome === 'cancelled'))
    return message('judged.cancelled.notBegun');
  const busy = done.find((each) => each.result.outcome === 'installerBusy');
  if (busy !== undefined && step.action.kind === 'uninstallMsi') {
    return message('judged.busy.notBegun');
  }
  return null;
}

/** The product is gone, at least after the restart. */
export function isOff(result: StepResult): boolean {
  return stepOutcomes[result.outcome].off;
}

/** The result of a step that was not performed. */
export function notRun(step: Step, name: string, why: Message): StepResult {
  return {
    stepId: step.id,
    findingId: step.findingId,
    name,
    outcome: 'notRun',
    exitCode: null,
    durationMs: 0,
    message: [why],
    command: null,
    logFile: null,
  };
}
