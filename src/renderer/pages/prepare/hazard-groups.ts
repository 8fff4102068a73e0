import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import { stopByChoice } from '../../../shared/domain/plan/open-hazards.ts';
import { isManaged } from '../../../shared/domain/plan/managed-hazards.ts';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';

export interface Todo {
  readonly hazard: Hazard;
  readonly done: boolean;
}

/** The hazards of the plan by what a person has to do about them. */
export interface HazardGroups {
  /** What an answer about whose computer this is lifts or has lifted; null where nobody manages it. */
  readonly managed: Hazard | null;
  /** The others, without the one that the person made themselves: it is lifted on another page. */
  readonly stops: readonly Hazard[];
  readonly todos: readonly Todo[];
  readonly warnings: readonly Hazard[];
  readonly infos: readonly Hazard[];
  /** How many things are still to be done. */
  readonly left: number;
}

export function hazardGroups({ plan, readiness }: GuideSnapshot): HazardGroups {
  const hazards = plan?.hazards ?? [];
  const others = hazards.filter(({ id }) => !isManaged(id));
  const of = (severity: Hazard['severity']) => others.filter((each) => each.severity === severity);
  const todos = of('todo').map((hazard) => ({ hazard, done: !readiness.open.includes(hazard.id) }));
  return {
    managed: hazards.find(({ id }) => isManaged(id)) ?? null,
    stops: of('stop').filter(({ id }) => id !== stopByChoice),
    todos,
    warnings: of('warning'),
    infos: of('info'),
    left: todos.filter(({ done }) => !done).length,
  };
}
