import { nameOf } from '../plan/step-about.ts';
import type { WayOut } from '../plan/way-out.ts';
import type { RunRecord } from './record.ts';

/**
 * What is left to do about each product that a run could not remove, or did not try to: the plan knew of some, and how a
 * step ended tells the others. One that is gone needs none.
 */
export function waysOut({ plan, steps }: Pick<RunRecord, 'plan' | 'steps'>): readonly WayOut[] {
  const taken = plan.steps.flatMap(({ id, about }) => {
    const result = steps.find(({ stepId }) => stepId === id);
    const isOpen = result === undefined || result.outcome === 'notRun';
    return about.kind !== 'product' || isOpen ? [] : [{ about, wayOut: result.wayOut }];
  });
  const settled = new Set(taken.map(({ about }) => about.findingId));
  const foreseen = plan.waysOut.filter(({ findingId }) => !settled.has(findingId));
  const found = taken.flatMap(({ about, wayOut }) =>
    wayOut === undefined
      ? []
      : [{ findingId: about.findingId, name: nameOf({ about }), ...wayOut }],
  );
  return [...foreseen, ...found];
}
