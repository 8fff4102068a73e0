import { reversals, type Action, type Before } from '../../../shared/domain/action.ts';
import {
  defenderStep,
  type DefenderAction,
} from '../../../shared/domain/protection/defender-step.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice, Plan } from '../../../shared/domain/plan/plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { isShown } from '../judge/is-shown.ts';
import { dangers } from '../plan/dangers.ts';
import type { JournalEntry } from '../record/journal-entry.ts';

/**
 * What takes back what a run did: the inverse of each of its actions, the last one first, made from what stood there
 * before. What the machine shows as it was is left out; what somebody else has changed since is refused when its turn
 * comes.
 */
export function undoPlan(
  entries: readonly JournalEntry[],
  inventory: Inventory,
  findings: readonly Finding[],
  choice: Choice,
): Plan {
  const steps = plannedSteps(entries);
  const inverses = [...firstBefore(entries)].flatMap(([stepId, before]) => {
    const step = steps.get(stepId);
    return step === undefined ? [] : (inverseOf(step.action, before) ?? []);
  });
  return {
    format: 'cutover-plan/2',
    steps: inverses
      .toReversed()
      .map((action) => defenderStep('undo', action))
      .filter(({ doneWhen }) => doneWhen.kind === 'gone' || isShown(doneWhen, inventory) !== true),
    hazards: [],
    kept: [],
    dangers: dangers(inventory, findings),
    choice,
  };
}

/** What a run did and nothing takes back. */
export function lastingSteps(entries: readonly JournalEntry[]): readonly Step[] {
  const begun = new Set(
    entries.flatMap(({ fact }) => (fact.kind === 'stepStarted' ? fact.stepId : [])),
  );
  return [...plannedSteps(entries).values()].filter(
    ({ id, action }) => begun.has(id) && reversals[action.kind] === 'no',
  );
}

function plannedSteps(entries: readonly JournalEntry[]): ReadonlyMap<string, Step> {
  const steps = entries.flatMap(({ fact }) => (fact.kind === 'planned' ? fact.plan.steps : []));
  return new Map(steps.map((step) => [step.id, step]));
}

/** A step that was begun again found what its first attempt had left; only the first found what was there. */
function firstBefore(entries: readonly JournalEntry[]): ReadonlyMap<string, Before> {
  const first = new Map<string, Before>();
  for (const { fact } of entries)
    if (fact.kind === 'stepBefore' && !first.has(fact.stepId)) first.set(fact.stepId, fact.before);
  return first;
}

/** Null where there is nothing to take back. */
function inverseOf(action: Action, before: Before): DefenderAction | null {
  switch (action.kind) {
    case 'setServiceStart': {
      const { kind, name, start: expected } = action;
      const changed = before.kind === 'serviceStart' && before.start !== expected;
      return changed ? { kind, name, start: before.start, expected } : null;
    }
    case 'removeRegistryValue': {
      const { key, name } = action;
      if (before.kind !== 'registryNumber' || before.data === null) return null;
      return { kind: 'writeRegistryValue', key, name, data: before.data };
    }
    case 'writeRegistryValue': {
      const { key, name, data: expectedData } = action;
      if (before.kind !== 'registryNumber' || before.data !== null) return null;
      return { kind: 'removeRegistryValue', key, name, expectedData };
    }
    case 'uninstallMsi':
    case 'runUninstaller':
    case 'startService':
    case 'updateDefenderSignatures':
      return null;
    default:
      return assertNever(action);
  }
}
