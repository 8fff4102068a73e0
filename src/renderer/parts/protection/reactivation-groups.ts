import type { Manager } from '../../../shared/domain/management.ts';
import type { StepView } from '../../../shared/contract/guide.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type {
  Remedy,
  ReactivationCause,
  ReactivationCauseId,
} from '../../../shared/domain/protection/reactivation.ts';

/** Causes of one kind that one and the same remedy helps against. */
export interface CauseGroup {
  readonly id: ReactivationCauseId;
  readonly remedy: Remedy;
  readonly subjects: readonly string[];
  /** For technicians. */
  readonly keys: readonly string[];
  readonly managers: readonly Manager[];
}

/** Several services that are disabled are one reason to a person. */
export function causeGroups(causes: readonly ReactivationCause[]): readonly CauseGroup[] {
  const groups = Map.groupBy(causes, ({ id, remedy }) => `${id} ${remedy}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      id: first.id,
      remedy: first.remedy,
      subjects: [...new Set(group.flatMap(({ subject }) => subject ?? []))],
      keys: [...new Set(group.flatMap(({ key }) => key ?? []))],
      managers: first.managers,
    };
  });
}

/** Steps of one kind that ended alike. */
export interface StepGroup {
  readonly step: Step;
  readonly done: boolean;
  readonly views: readonly StepView[];
}

/** Several services that Windows may start again are one thing to a person. */
export function stepGroups(views: readonly StepView[]): readonly StepGroup[] {
  const groups = Map.groupBy(views, (view) => `${view.step.action.kind} ${isDone(view)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ step: first.step, done: isDone(first), views: group }];
  });
}

function isDone({ result }: StepView): boolean {
  return result?.outcome === 'done';
}

/** What stands in the way besides Kaspersky, for the time before it is removed. */
export function obstacles(causes: readonly ReactivationCause[]): readonly ReactivationCause[] {
  return causes.filter(({ id }) => id !== 'kasperskyThere' && id !== 'signaturesOld');
}
