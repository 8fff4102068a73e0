import type { GuideState, Readiness } from '../../../shared/contract/guide.ts';
import type { SecretRef } from '../../../shared/domain/action.ts';
import { openHazards, stopByChoice } from '../../../shared/domain/plan/open-hazards.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';

/** What still stands between a person and the removal, as the engine will see it. */
export function readinessOf({ plan }: Pick<GuideState, 'plan'>): Readiness {
  const open = plan === null ? [] : openHazards(plan).map(({ id }) => id);
  const others = open.filter((id) => id !== stopByChoice);
  return {
    open,
    prepared: plan !== null && others.length === 0,
    heldByChoice: others.length < open.length,
    ready: plan !== null && open.length === 0,
    secrets: secretsOf(plan),
  };
}

function secretsOf(plan: Plan | null): readonly SecretRef[] {
  const properties = (plan?.steps ?? []).flatMap(({ action }) =>
    action.kind === 'uninstallMsi' ? action.secretProperties : [],
  );
  return [...new Set(properties.map(({ secret }) => secret))];
}
