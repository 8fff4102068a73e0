import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import { stopByChoice } from '../../../shared/domain/plan/open-hazards.ts';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';

export interface Todo {
  readonly hazard: Hazard;
  readonly done: boolean;
}

/** The hazards of the plan by what a person has to do about them. */
export interface HazardGroups {
  /** Without the one that the person made themselves: it is lifted on another page. */
  readonly stops: readonly Hazard[];
  readonly todos: readonly Todo[];
  readonly warnings: readonly Hazard[];
  readonly infos: readonly Hazard[];
  /** How many things are still to be done. */
  readonly left: number;
}

export function hazardGroups({ plan, readiness }: GuideSnapshot): HazardGroups {
  const of = (severity: Hazard['severity']) =>
    (plan?.hazards ?? []).filter((each) => each.severity === severity);
  const todos = of('todo').map((hazard) => ({ hazard, done: !readiness.open.includes(hazard.id) }));
  return {
    stops: of('stop').filter(({ id }) => id !== stopByChoice),
    todos,
    warnings: of('warning'),
    infos: of('info'),
    left: todos.filter(({ done }) => !done).length,
  };
}
