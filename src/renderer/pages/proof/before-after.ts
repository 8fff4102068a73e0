import type { Finding } from '../../../shared/domain/finding.ts';
import type { RunRecord } from '../../../shared/domain/record.ts';

/** What became of one product that was there before. */
export interface BeforeAfter {
  readonly id: string;
  readonly name: string;
  readonly version: string | null;
  readonly after: 'gone' | 'leftover' | 'still' | 'kept';
}

/** Everything that was found before, and what the computer says about it now. */
export function beforeAfter({ findingsBefore, findingsAfter, plan }: RunRecord): BeforeAfter[] {
  // What was to be removed is not kept, also when its uninstaller is gone by now and only parts of it stay.
  const wanted = new Set(plan.steps.map(({ findingId }) => findingId));
  const onPurpose = plan.kept.filter(({ reason }) => reason !== 'leftover');
  const kept = new Set(onPurpose.map(({ findingId }) => findingId).filter((id) => !wanted.has(id)));
  return findingsBefore.map((before) => ({
    id: before.id,
    name: before.name,
    version: before.version,
    after: kept.has(before.id) ? 'kept' : nowOf(before, findingsAfter),
  }));
}

/** Remains of products that are on the computer now. */
export function leftovers({ findingsAfter }: RunRecord): readonly Finding[] {
  return findingsAfter.filter(({ state }) => state === 'leftover');
}

function nowOf(before: Finding, after: readonly Finding[]): BeforeAfter['after'] {
  const now = after.find(({ id, productId }) => id === before.id || productId === before.productId);
  if (now === undefined) return 'gone';
  return now.state === 'leftover' ? 'leftover' : 'still';
}
