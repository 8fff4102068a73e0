import type { TakenStep } from '../plan/step.ts';
import type { RunRecord } from './record.ts';

/** Every step of a run that has an end, in the order of its plan. */
export function stepsTaken({
  plan,
  steps,
}: Pick<RunRecord, 'plan' | 'steps'>): readonly TakenStep[] {
  return plan.steps.flatMap((step) => {
    const result = steps.find(({ stepId }) => stepId === step.id);
    return result === undefined ? [] : [{ step, result }];
  });
}
