import type { Evidence, Finding } from '../../../shared/domain/finding.ts';
import type { Kept, Plan } from '../../../shared/domain/plan/plan.ts';
import { findingIdOf } from '../../../shared/domain/plan/step-about.ts';
import type { ProductChange } from '../../../shared/domain/run/product-change.ts';

/** What a run knows about its products once it has looked again. */
export interface ChangeFacts {
  readonly findingsBefore: readonly Finding[];
  readonly findingsAfter: readonly Finding[];
  readonly plan: Plan;
}

/**
 * What became of everything that was found: each product of before once, then what stands alone only now. The one
 * place that matches before and after; the id alone does not do, because remains are told apart by other things than
 * the product they are of.
 */
export function productChanges(facts: ChangeFacts): ProductChange[] {
  const { findingsBefore, findingsAfter, plan } = facts;
  const origins = new Map(findingsAfter.map((after) => [after, originOf(after, facts)]));
  const rest = (before: Finding | null) =>
    findingsAfter.filter((after) => productOrigin(after, origins) === before);
  return [
    ...findingsBefore.map((before) => changeOf(before, before.state, rest(before), plan)),
    ...rest(null).map((after) =>
      changeOf(after, origins.get(after)?.state ?? 'none', [after], plan),
    ),
  ];
}

/** A certificate that was a part of a product and outlives it is no product of before, and not new either. */
function productOrigin(
  after: Finding,
  origins: ReadonlyMap<Finding, Finding | null>,
): Finding | null {
  const origin = origins.get(after) ?? null;
  return origin?.productId === after.productId ? origin : null;
}

/** What a finding was before: itself, a product of the same row of the catalog, or what it was a part of. */
function originOf(after: Finding, { findingsBefore, findingsAfter }: ChangeFacts): Finding | null {
  const same = findingsBefore.find(({ id }) => id === after.id);
  if (same !== undefined) return same;
  const stay = new Set(findingsAfter.map(({ id }) => id));
  const related = findingsBefore.filter(({ productId }) => productId === after.productId);
  const gone = related.filter(({ id }) => !stay.has(id));
  const copies = gone.length > 0 ? gone : related;
  return closest(after, copies) ?? copies[0] ?? closest(after, findingsBefore);
}

/** The one with which it shares most of what it is known by; null when it shares nothing with any. */
function closest(after: Finding, candidates: readonly Finding[]): Finding | null {
  const signs = new Set(after.evidence.map(signOf));
  let best: Finding | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const shared = candidate.evidence.filter((each) => signs.has(signOf(each))).length;
    if (shared > most) [best, most] = [candidate, shared];
  }
  return best;
}

function signOf({ kind, ref }: Evidence): string {
  return `${kind} ${ref.toLowerCase()}`;
}

function changeOf(
  { id, name, version }: Finding,
  before: ProductChange['before'],
  rest: readonly Finding[],
  plan: Plan,
): ProductChange {
  const findingIds = rest.map((each) => each.id);
  const after = states.find((state) => rest.some((each) => each.state === state)) ?? 'none';
  const kept = after === 'none' ? null : whyKept([id, ...findingIds], plan);
  return { id, name, version, before, after, findingIds, kept };
}

/** What counts where a product is there more than once: the strongest first. */
const states = ['installed', 'portable', 'leftover'] as const;

/** What was to be removed is not kept, also when its uninstaller is gone by now and only parts of it stay. */
function whyKept(ids: readonly string[], { steps, kept }: Plan): Kept['reason'] | null {
  if (steps.some((step) => ids.includes(findingIdOf(step) ?? ''))) return null;
  const reason = kept.find(({ findingId }) => ids.includes(findingId))?.reason ?? null;
  return reason === 'leftover' ? null : reason;
}
