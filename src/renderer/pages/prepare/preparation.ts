import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Hazard, Plan } from '../../../shared/domain/plan.ts';
import type { SecretRef } from '../../../shared/domain/action.ts';

export interface Todo {
  readonly hazard: Hazard;
  readonly done: boolean;
}

/** What stands between a person and the removal, sorted by what they have to do about it. */
export interface Preparation {
  readonly stops: readonly Hazard[];
  readonly todos: readonly Todo[];
  readonly warnings: readonly Hazard[];
  readonly infos: readonly Hazard[];
  /** Passwords that an uninstaller may ask for. */
  readonly secrets: readonly SecretRef[];
  /** How many things are still to be done. */
  readonly left: number;
  /** Everything is dealt with that this computer asks for. */
  readonly prepared: boolean;
  /** The person wants to begin only when something will protect the computer, and nothing is known to. */
  readonly heldByChoice: boolean;
  readonly ready: boolean;
}

/** The one stop that a person makes themselves; it is lifted where it was made. */
export const stopByChoice = 'no-replacement';

export function preparation(snapshot: GuideSnapshot): Preparation {
  const hazards = snapshot.plan?.hazards ?? [];
  const of = (severity: Hazard['severity']) => hazards.filter((each) => each.severity === severity);
  const todos = of('todo').map((hazard) => ({ hazard, done: isDone(hazard.id, snapshot) }));
  const stops = of('stop').filter(({ id }) => id !== stopByChoice);
  const heldByChoice = of('stop').some(({ id }) => id === stopByChoice);
  const left = todos.filter(({ done }) => !done).length;
  const prepared = snapshot.plan !== null && stops.length === 0 && left === 0;
  return {
    stops,
    todos,
    warnings: of('warning'),
    infos: of('info'),
    secrets: secretsOf(snapshot.plan),
    left,
    prepared,
    heldByChoice,
    ready: prepared && !heldByChoice,
  };
}

/** Whoever gives the password has done what that hazard asks for. */
function isDone(hazardId: string, { acknowledged, passwordsGiven }: GuideSnapshot): boolean {
  if (acknowledged.includes(hazardId)) return true;
  return hazardId === 'password' && passwordsGiven.includes('kaspersky');
}

function secretsOf(plan: Plan | null): readonly SecretRef[] {
  const properties = (plan?.steps ?? []).flatMap(({ action }) =>
    action.kind === 'uninstallMsi' ? action.secretProperties : [],
  );
  return [...new Set(properties.map(({ secret }) => secret))];
}
