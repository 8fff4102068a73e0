import type { RunOutcome } from '../domain/run/run-outcomes.ts';
import { isOneOf } from './is-one-of.ts';
import type { WindowWords } from './translator.ts';

/** Ends after which nothing is left to do. */
const settled = ['cleanAndProtected', 'protected', 'undone', 'nothingToRemove', 'dryRun'] as const;

/** What a person does next after a run that ended so; null when there is nothing to do. */
export function outcomeAdvice(outcome: RunOutcome, { t }: WindowWords): string | null {
  return isOneOf(settled, outcome) ? null : t(`outcome.${outcome}.advice`);
}
