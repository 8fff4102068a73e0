import type { ChosenPhase } from '../../../shared/domain/plan/step.ts';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import { dangerSentences } from '../../../shared/domain/state/danger-sentences.ts';
import { protectionOutcome } from './protection-outcome.ts';
import { removalOutcome } from './removal-outcome.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { aroundRestart } from '../../../shared/domain/run/around-restart.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import type { Outcome, RunFacts } from './run-facts.ts';
import { undoOutcome } from './undo-outcome.ts';

/**
 * How a run ended. What it was begun for decides what that is measured by; but nothing is a success beside a danger, nor
 * a reason to restart before a person has read of it.
 */
export function runOutcome(facts: RunFacts): Outcome {
  const [first = 'remove'] = facts.choice.phases;
  const { outcome: ended, summary } = outcomesByPhase[first](facts);
  const { started } = aroundRestart(facts.steps);
  const outcome = ended === 'restartNeeded' && started ? 'restartStarted' : ended;
  const told = facts.dryRun ? [] : dangerSentences(facts.state.dangers);
  const isGood = ['success', 'restartNeeded', 'restartStarted'].includes(outcomes[outcome].exit);
  return {
    outcome: told.length > 0 && isGood ? 'dangerFound' : outcome,
    summary: [...told, ...summary, ...afterRestart(facts)],
  };
}

/** Whether Windows goes on with the run by itself, and what it then lacks: no password is kept anywhere. */
function afterRestart({ steps }: RunFacts): readonly Message[] {
  const { goesOn } = aroundRestart(steps);
  if (goesOn === null) return [];
  if (!goesOn) return [message('run.doesNotGoOn')];
  const needsPassword = steps.some(
    ({ step: { action }, result }) =>
      action.kind === 'uninstallMsi' &&
      action.secretProperties.length > 0 &&
      !stepOutcomes[result.outcome].off,
  );
  return [message('run.goesOn'), ...(needsPassword ? [message('run.goesOnWithoutPassword')] : [])];
}

const outcomesByPhase: Readonly<Record<ChosenPhase, (facts: RunFacts) => Outcome>> = {
  remove: removalOutcome,
  clean: removalOutcome,
  reactivate: protectionOutcome,
  undo: undoOutcome,
};
