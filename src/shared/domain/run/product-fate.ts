import type { Finding } from '../finding.ts';
import { outcomes } from './run-outcomes.ts';
import { isRemoval } from '../plan/is-removal.ts';
import type { Kept } from '../plan/plan.ts';
import type { ProductChange } from './product-change.ts';
import type { RunRecord } from './record.ts';
import type { Tone } from '../tone.ts';

/** What became of a product, in one word. */
export type Fate = 'gone' | 'leftover' | 'still' | 'kept';

export const fateTones: Readonly<Record<Fate, Tone>> = {
  gone: 'good',
  leftover: 'attention',
  still: 'bad',
  kept: 'neutral',
};

export function fateOf({ after, kept }: ProductChange): Fate {
  if (after === 'none') return 'gone';
  if (kept !== null) return 'kept';
  return after === 'leftover' ? 'leftover' : 'still';
}

/** What is left after the run and was not left on purpose; nothing where nothing was to be removed yet. */
export function whatIsLeft({
  outcome,
  plan,
  products,
  findingsAfter,
  state,
}: RunRecord): readonly Finding[] {
  const untouched = outcome !== null && outcomes[outcome].leaves === 'untouched';
  if (untouched || !isRemoval(plan.choice)) return [];
  if (state !== null) {
    const left = new Set([...state.installed, ...state.remains].map(({ id }) => id));
    return findingsAfter.filter(({ id }) => left.has(id));
  }
  const kept = products.filter((product) => fateOf(product) === 'kept');
  const onPurpose = new Set(kept.flatMap(({ findingIds }) => findingIds));
  return findingsAfter.filter(({ id }) => !onPurpose.has(id));
}

/** What was found and was not to go, with the reason. Remains are no such choice. */
export function keptOnPurpose({ plan, state }: RunRecord): readonly Kept[] {
  if (state !== null) return state.stays;
  return plan.kept.filter(({ reason }) => reason !== 'leftover');
}
