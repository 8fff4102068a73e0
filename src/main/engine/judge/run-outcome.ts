import type { Phase } from '../../../shared/domain/plan/step.ts';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import { dangerSentences } from '../../../shared/domain/state/danger-sentences.ts';
import { protectionOutcome } from './protection-outcome.ts';
import { removalOutcome } from './removal-outcome.ts';
import type { Outcome, RunFacts } from './run-facts.ts';
import { undoOutcome } from './undo-outcome.ts';

/**
 * How a run ended. What it was begun for decides what that is measured by; but nothing is a success beside a danger, nor
 * a reason to restart before a person has read of it.
 */
export function runOutcome(facts: RunFacts): Outcome {
  const [first = 'remove'] = facts.choice.phases;
  const { outcome, summary } = outcomesByPhase[first](facts);
  const told = facts.dryRun ? [] : dangerSentences(facts.state.dangers);
  const isGood = ['success', 'restartNeeded'].includes(outcomes[outcome].exit);
  return {
    outcome: told.length > 0 && isGood ? 'dangerFound' : outcome,
    summary: [...told, ...summary],
  };
}

const outcomesByPhase: Readonly<Record<Phase, (facts: RunFacts) => Outcome>> = {
  remove: removalOutcome,
  clean: removalOutcome,
  reactivate: protectionOutcome,
  undo: undoOutcome,
};
