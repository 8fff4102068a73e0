import type { StepOutcome } from '../domain/plan/step-outcomes.ts';
import { isOneOf } from './is-one-of.ts';
import type { WindowWords } from './translator.ts';

/** What an unhappy end of one step means for the product; null where the outcome says it all. */
export function stepHelp(outcome: StepOutcome, { t }: WindowWords): string | null {
  return isOneOf(['removed', 'done', 'restartNeeded'], outcome)
    ? null
    : t(`stepOutcome.${outcome}.help`);
}
