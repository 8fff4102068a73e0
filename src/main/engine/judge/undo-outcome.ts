import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import { message } from '../../../shared/domain/message.ts';
import { protectionSentence } from '../../../shared/domain/protection/protection-sentence.ts';
import type { Outcome, RunFacts } from './run-facts.ts';

/** How a run ended that was to take back what another one did. A computer that nothing protects after it is no success. */
export function undoOutcome({ choice, steps, state, cancelled, dryRun }: RunFacts): Outcome {
  const { protection } = state;
  if (dryRun) return { outcome: 'dryRun', summary: [message('run.dryRun')] };
  const sentence = protectionSentence(protection);
  const count = steps.filter(({ result }) => result.outcome !== 'done').length;
  if (count > 0) {
    const summary = [message('run.notUndone', { count }), sentence];
    return cancelled
      ? { outcome: 'cancelled', summary: [message('run.cancelledByYou'), ...summary] }
      : { outcome: 'notUndone', summary };
  }
  const all = choice.only === null ? message('run.undone') : message('run.undonePart');
  const begin = steps.length === 0 ? message('run.nothingToUndo') : all;
  const outcome = isProtected(protection) ? 'undone' : 'notProtected';
  return { outcome, summary: [begin, sentence] };
}
