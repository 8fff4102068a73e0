import { restoreStepKind } from '../../../shared/domain/restore-step-kind.ts';
import type { Manager } from '../../../shared/domain/management.ts';
import type { RestoreStepResult } from '../../../shared/domain/record.ts';
import type { Remedy, RestoreCause, RestoreCauseId } from '../../../shared/domain/restore.ts';

/** Causes of one kind that one and the same remedy helps against. */
export interface CauseGroup {
  readonly id: RestoreCauseId;
  readonly remedy: Remedy;
  readonly subjects: readonly string[];
  /** For technicians. */
  readonly keys: readonly string[];
  readonly managers: readonly Manager[];
}

/** Several services that are disabled are one reason to a person. */
export function causeGroups(causes: readonly RestoreCause[]): readonly CauseGroup[] {
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
export interface ResultGroup {
  readonly title: string;
  readonly done: boolean;
  readonly results: readonly RestoreStepResult[];
}

/** Several services that Windows may start again are one thing to a person. */
export function resultGroups(results: readonly RestoreStepResult[]): readonly ResultGroup[] {
  const groups = Map.groupBy(
    results,
    ({ title, done }) => `${restoreStepKind(title) ?? title} ${done}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ title: first.title, done: first.done, results: group }];
  });
}

/** What stands in the way besides Kaspersky, for the time before it is removed. */
export function obstacles(causes: readonly RestoreCause[]): readonly RestoreCause[] {
  return causes.filter(({ id }) => id !== 'kasperskyThere' && id !== 'signaturesOld');
}
