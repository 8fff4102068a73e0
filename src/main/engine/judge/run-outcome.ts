import type { Phase } from '../../../shared/domain/plan/step.ts';
import { protectionOutcome } from './protection-outcome.ts';
import { removalOutcome } from './removal-outcome.ts';
import type { Outcome, RunFacts } from './run-facts.ts';
import { undoOutcome } from './undo-outcome.ts';

/** How a run ended. What it was begun for decides what that is measured by. */
export function runOutcome(facts: RunFacts): Outcome {
  const [first = 'remove'] = facts.plan.choice.phases;
  return outcomes[first](facts);
}

const outcomes: Readonly<Record<Phase, (facts: RunFacts) => Outcome>> = {
  remove: removalOutcome,
  clean: removalOutcome,
  reactivate: protectionOutcome,
  undo: undoOutcome,
};
