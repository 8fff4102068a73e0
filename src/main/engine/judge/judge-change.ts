import type { ActionResult } from '../../../shared/domain/action.ts';
import { message, quoted } from '../../../shared/domain/message.ts';
import type { StepOutcome } from '../../../shared/domain/plan/step-outcomes.ts';
import type { Verdict } from './judging.ts';

/** What is known beside the end of an action and what the machine shows. */
interface Circumstances {
  /** Windows lets nobody but itself change it, whatever an administrator may do elsewhere. */
  readonly isProtected?: boolean;
  /** Windows has been restarted since. */
  readonly restarted?: boolean;
}

/**
 * Says how a step ended that changes a setting. `shown` is what the machine says, null where it cannot tell. Where Windows asked
 * for a restart, what shows already is not all of it.
 */
export function judgeChange(
  result: ActionResult,
  shown: boolean | null,
  { isProtected = false, restarted = false }: Circumstances = {},
): Verdict {
  const { ended, exitCode } = result;
  const claims = ended === 'exited' && exitCode === 0;
  const isDone = shown ?? claims;
  const waits = ended === 'exited' && exitCode === restartRequired;
  if (waits && !(restarted && isDone))
    return { outcome: 'restartNeeded', message: saidBy(result, 'done') };
  if (isDone) return { outcome: 'done', message: saidBy(result, 'done') };
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
