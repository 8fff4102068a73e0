import type { ActionResult } from '../../../shared/domain/action.ts';
import { message, quoted } from '../../../shared/domain/message.ts';
import type { StepOutcome } from '../../../shared/domain/plan/step-outcomes.ts';
import type { Verdict } from './judging.ts';

/**
 * Says how a step ended that changes a setting. `shown` is what the machine says, null where it cannot tell. `isProtected`:
 * Windows lets nobody but itself change it, whatever an administrator may do elsewhere.
 */
export function judgeChange(
  result: ActionResult,
  shown: boolean | null,
  isProtected = false,
): Verdict {
  const { ended, exitCode } = result;
  const claims = ended === 'exited' && exitCode === 0;
  if (shown ?? claims) return { outcome: 'done', message: saidBy(result, 'done') };
  if (ended === 'exited' && exitCode === restartRequired)
    return { outcome: 'restartNeeded', message: saidBy(result, 'done') };
  if (claims)
    return {
      outcome: 'failed',
      message: result.message.length > 0 ? result.message : [message('judged.defender.notShown')],
    };
  const code =
    exitCode === null ? [] : [message('judged.defender.code', { code: String(exitCode) })];
  const why =
    isProtected && exitCode === accessDenied ? [message('judged.defender.protected')] : [];
  return { outcome: outcomes[ended], message: [...saidBy(result, 'failed'), ...code, ...why] };
}

/** `ERROR_ACCESS_DENIED` and `ERROR_SUCCESS_REBOOT_REQUIRED`. */
const accessDenied = 5;
const restartRequired = 3010;

/** What is known of it, or what Windows said, or else words of ours. */
function saidBy({ message: known, said }: ActionResult, otherwise: 'done' | 'failed') {
  if (known.length > 0) return known;
  return [said === null ? message(`judged.defender.${otherwise}`) : quoted(said)];
}

const outcomes: Readonly<Record<ActionResult['ended'], StepOutcome>> = {
  exited: 'failed',
  timedOut: 'timedOut',
  cancelled: 'cancelled',
  couldNotStart: 'failed',
  crashed: 'failed',
};
