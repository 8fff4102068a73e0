import type { Step, StepResult } from '../../../shared/domain/plan/step.ts';
import { pastObstacle } from '../../catalog/installer/ways-out.ts';
import { isShown } from './is-shown.ts';
import { judgeChange } from './judge-change.ts';
import { judgeRemoval } from './judge-removal.ts';
import type { Judging, Verdict } from './judging.ts';

/** Says how a step ended. The machine decides whether it is done; what the action said explains the rest. */
export function judgeStep(judging: Judging): StepResult {
  const { step, result, after, restarted = false } = judging;
  const { doneWhen } = step;
  const verdict: Verdict =
    doneWhen.kind === 'gone'
      ? judgeRemoval(judging, doneWhen)
      : judgeChange(result, isShown(doneWhen, after), {
          isProtected: startsDefender(step),
          restarted,
        });
  return {
    stepId: step.id,
    outcome: verdict.outcome,
    exitCode: result.exitCode,
    durationMs: result.durationMs,
    message: verdict.message,
    command: result.command,
    logFile: result.logFile,
    ...wayOutOf(step, verdict.obstacle),
  };
}

/** What is left to do about the product of a step; nothing where nothing is in the way. */
export function wayOutOf(
  { about }: Pick<Step, 'about'>,
  obstacle: Verdict['obstacle'],
): Pick<StepResult, 'wayOut'> {
  if (obstacle === undefined || about.kind !== 'product') return {};
  const wayOut = pastObstacle(obstacle, about.family);
  return wayOut.ways.length === 0 ? {} : { wayOut };
}

/**
 * How the services of Microsoft Defender start is refused to administrators and to SYSTEM; a policy that keeps it off is not.
 * Sources: issue 87 of privacy.sexy; issue 870 of winsiderss/systeminformer.
 */
function startsDefender({ about, action }: Step): boolean {
  return about.kind === 'defender' && action.kind === 'setServiceStart';
}
