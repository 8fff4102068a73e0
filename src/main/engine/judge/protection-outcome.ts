import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import { message } from '../../../shared/domain/message.ts';
import { whoCanChange, whyOff } from '../../../shared/domain/protection/reactivation.ts';
import { protectionSentence } from '../../../shared/domain/protection/protection-sentence.ts';
import type { Outcome, RunFacts } from './run-facts.ts';

/** How a run ended that was to reactivate Microsoft Defender. Whoever protects the computer now is welcome. */
export function protectionOutcome({ state, causes, cancelled, dryRun }: RunFacts): Outcome {
  const { protection, restart } = state;
  const sentence = protectionSentence(protection);
  if (dryRun) return { outcome: 'dryRun', summary: [message('run.dryRun'), sentence] };
  if (isProtected(protection)) return { outcome: 'protected', summary: [sentence] };
  if (restart !== null)
    return { outcome: 'restartNeeded', summary: [message('run.defenderAfterRestart')] };
  const why = causes
    .filter(({ remedy }) => remedy !== 'cutover')
    .flatMap((cause) => [whyOff(cause), ...whoCanChange(cause)]);
  const summary = [sentence, ...why];
  return cancelled
    ? { outcome: 'cancelled', summary: [message('run.cancelledByYou'), ...summary] }
    : { outcome: 'notProtected', summary };
}
