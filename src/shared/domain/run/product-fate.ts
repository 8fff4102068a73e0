import type { Finding } from '../finding.ts';
import { outcomes } from './run-outcomes.ts';
import { isRemoval } from '../plan/is-removal.ts';
import type { Kept } from '../plan/plan.ts';
import type { ProductChange } from './product-change.ts';
import type { RunRecord } from './record.ts';
import type { Tone } from '../tone.ts';

/** What became of a product, in one word. */
export type Fate = 'gone' | 'traces' | 'leftover' | 'still' | 'kept';

export const fateTones: Readonly<Record<Fate, Tone>> = {
  gone: 'good',
  /** Nothing but harmless traces, before as after. */
  traces: 'neutral',
  leftover: 'attention',
  still: 'bad',
  kept: 'neutral',
};

export function fateOf(
  { before, after, kept, findingIds }: ProductChange,
  { state }: Pick<RunRecord, 'state'>,
): Fate {
  if (after === 'none') return 'gone';
  if (kept !== null) return 'kept';
  if (after !== 'leftover') return 'still';
  const harmless = (state?.remains ?? []).flatMap((each) => (each.harmless ? [each.id] : []));
  if (!findingIds.every((id) => harmless.includes(id))) return 'leftover';
  return before === 'installed' || before === 'portable' ? 'gone' : 'traces';
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
  const kept = products.filter((product) => fateOf(product, { state }) === 'kept');
  const onPurpose = new Set(kept.flatMap(({ findingIds }) => findingIds));
  return findingsAfter.filter(({ id }) => !onPurpose.has(id));
}

/** What was found and was not to go, with the reason. Remains are no such choice. */
export function keptOnPurpose({ plan, state }: RunRecord): readonly Kept[] {
  if (state !== null) return state.stays;
  return plan.kept.filter(({ reason }) => reason !== 'leftover');
}
