import type { Finding } from '../../shared/domain/finding.ts';
import { outcomes } from '../../shared/domain/outcomes.ts';
import type { Kept } from '../../shared/domain/plan.ts';
import type { RunRecord } from '../../shared/domain/record.ts';

/** A product before and after the run. */
export interface ProductChange {
  readonly name: string;
  readonly version: string | null;
  readonly before: Finding['state'] | 'none';
  readonly after: Finding['state'] | 'none';
}

/** Every product that was found before or after, once each. */
export function productChanges(record: RunRecord): readonly ProductChange[] {
  const after = new Map(record.findingsAfter.map((finding) => [finding.id, finding]));
  const before = new Map(record.findingsBefore.map((finding) => [finding.id, finding]));
  const all = new Map([...after, ...before]);
  return [...all].map(([id, { name, version }]) => ({
    name,
    version,
    before: before.get(id)?.state ?? 'none',
    after: after.get(id)?.state ?? 'none',
  }));
}

/** What is left after the run and was not left on purpose; nothing when nothing was to be removed yet. */
export function whatIsLeft(record: RunRecord): readonly Finding[] {
  const { outcome, purpose } = record;
  if (purpose === 'protection' || (outcome !== null && outcomes[outcome].leaves === 'untouched'))
    return [];
  const onPurpose = new Set(keptOnPurpose(record).map(({ findingId }) => findingId));
  return record.findingsAfter.filter(({ id }) => !onPurpose.has(id));
}

/** What was found and is not to go, with the reason. Remains are no such choice. */
export function keptOnPurpose(record: RunRecord): readonly Kept[] {
  return record.plan.kept.filter(({ reason }) => reason !== 'leftover');
}
