import type { StepResult } from '../../../shared/domain/plan/step.ts';
import { isShown } from './is-shown.ts';
import { judgeChange } from './judge-change.ts';
import { judgeRemoval } from './judge-removal.ts';
import type { Judging } from './judging.ts';

/** Says how a step ended. The machine decides whether it is done; what the action said explains the rest. */
export function judgeStep(judging: Judging): StepResult {
  const { step, result, after } = judging;
  const { doneWhen } = step;
  const verdict =
    doneWhen.kind === 'gone'
      ? judgeRemoval(judging, doneWhen)
      : judgeChange(result, isShown(doneWhen, after));
  return {
    stepId: step.id,
    outcome: verdict.outcome,
    exitCode: result.exitCode,
    durationMs: result.durationMs,
    message: verdict.message,
    command: result.command,
    logFile: result.logFile,
  };
}
