import { isProtected } from '../../../shared/domain/is-protected.ts';
import { message } from '../../../shared/domain/message.ts';
import type { Protection } from '../../../shared/domain/protection.ts';
import { whoCanChange, whyOff, type RestorePlan } from '../../../shared/domain/restore.ts';
import { protectionSentence } from '../protection/protection-sentence.ts';
import type { Outcome } from './run-outcome.ts';

/** What is known at the end of a run for the protection. `plan` is what would still be to do. */
export interface ProtectionFacts {
  readonly protection: Protection;
  readonly plan: RestorePlan;
  readonly cancelled: boolean;
}

/** How a run ended that was to bring Microsoft Defender back. Whoever protects the computer now is welcome. */
export function protectionOutcome({ protection, plan, cancelled }: ProtectionFacts): Outcome {
  const sentence = protectionSentence(protection);
  if (isProtected(protection)) {
    return { outcome: 'protected', summary: [sentence] };
  }
  const why = plan.causes
    .filter(({ remedy }) => remedy !== 'cutover')
    .flatMap((cause) => [whyOff(cause), ...whoCanChange(cause)]);
  const summary = [sentence, ...why];
  return cancelled
    ? { outcome: 'cancelled', summary: [message('run.cancelledByYou'), ...summary] }
    : { outcome: 'notProtected', summary };
}
