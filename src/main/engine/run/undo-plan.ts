import {
  isRepair,
  type Action,
  type ActionOf,
  type Before,
  type ChangeAction,
} from '../../../shared/domain/action.ts';
import { reversals } from '../../../shared/domain/reversals.ts';
import { changeStep } from '../../../shared/domain/plan/change-step.ts';
import { textsOf } from '../../../shared/windows/multi-string.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { RawValue } from '../../../shared/domain/repair-actions.ts';
import { emptyPlan } from '../../../shared/domain/plan/empty-plan.ts';
import type { Choice, Plan } from '../../../shared/domain/plan/plan.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { undoPartOf } from '../../../shared/domain/run/undo-parts.ts';
import { isShown } from '../judge/is-shown.ts';
import { dangers } from '../plan/dangers.ts';
import type { JournalEntry } from '../record/journal-entry.ts';
import { isKept } from '../record/run-folder.ts';
import { inverseOfRepair, isLost } from './undo-repair.ts';

/**
 * What takes back what a run did: the inverse of each of its actions, the last one first, made from what stood there
 * before. What the machine shows as it was is left out; what somebody else has changed since is refused when its turn
 * comes. `isPurged`: what was cleaned up is kept no longer; entries that only served it are not made again either. With
 * `choice.only` these parts alone are taken back.
 */
export function undoPlan(
  entries: readonly JournalEntry[],
  inventory: Inventory,
  findings: readonly Finding[],
  choice: Choice,
  isPurged: boolean,
): Plan {
  const steps = plannedSteps(entries);
  const inverses = [...firstBefore(entries)].flatMap(([stepId, before]) => {
    const step = steps.get(stepId);
    const isDeleted = isPurged && step !== undefined && needsQuarantine(step);
    const action = step === undefined || isDeleted ? null : inverseOf(step.action, before);
    return step === undefined || action === null ? [] : changeStep('undo', step.about, action);
  });
  return {
    ...emptyPlan,
    steps: inverses
      .toReversed()
      .filter((step) => isWanted(step, choice) && isOpen(step, inventory)),
    dangers: dangers(inventory, findings),
    choice,
  };
}

function isWanted({ about }: Step, { only }: Choice): boolean {
  return only === null || only.includes(undoPartOf(about));
}

/** Half of a folder may have come back before a crash: while something of it is kept, there is something to bring back. */
function isOpen({ action, doneWhen }: Step, inventory: Inventory): boolean {
  if ('kept' in action && isKept(action.kept)) return true;
  return doneWhen.kind === 'gone' || isShown(doneWhen, inventory) !== true;
}

/** What a run did and nothing takes back. */
export function lastingSteps(entries: readonly JournalEntry[], isPurged: boolean): readonly Step[] {
  const begun = new Set(
    entries.flatMap(({ fact }) => (fact.kind === 'stepStarted' ? fact.stepId : [])),
  );
  const found = firstBefore(entries);
  return [...plannedSteps(entries).values()].filter(
    (step) =>
      begun.has(step.id) &&
      (reversals[step.action.kind] === 'no' ||
        isLost(found.get(step.id)) ||
        (isPurged && needsQuarantine(step))),
  );
}

/** What is kept there, and what is of no use without it. */
function needsQuarantine({ about, action }: Step): boolean {
  return about.kind === 'remains' || reversals[action.kind] === 'quarantine';
}

function plannedSteps(entries: readonly JournalEntry[]): ReadonlyMap<string, Step> {
  const steps = entries.flatMap(({ fact }) => (fact.kind === 'planned' ? fact.plan.steps : []));
  return new Map(steps.map((step) => [step.id, step]));
}

/** A step that was begun again found what its first attempt had left; only the first found what was there. */
function firstBefore(entries: readonly JournalEntry[]): ReadonlyMap<string, Before> {
  const first = new Map<string, Before>();
  for (const { fact } of entries)
    if (fact.kind === 'stepBefore')
      first.set(fact.stepId, withLater(first.get(fact.stepId) ?? fact.before, fact.before));
  return first;
}

/** A second attempt can move what has come into a folder since. */
function withLater(first: Before, later: Before): Before {
  if (first.kind !== 'keptFolder' || later.kind !== 'keptFolder') return first;
  return { ...first, moved: [...new Set([...first.moved, ...later.moved])] };
}

/** What brings keys back that are kept as a file. */
const backOf = {
  quarantineKey: 'returnKey',
  quarantineEventLog: 'returnEventLog',
  quarantineAmsiProvider: 'returnAmsiProvider',
} as const;

/** Null where there is nothing to take back. */
function inverseOf(action: Action, before: Before): ChangeAction | null {
  if (isRepair(action)) return inverseOfRepair(action, before);
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
    case 'quarantineFolder': {
      if (before.kind !== 'keptFolder') return null;
      const { kept, moved } = before;
      return { kind: 'returnFolder', path: action.path, kept, moved };
    }
    case 'returnFolder':
      return { kind: 'quarantineFolder', path: action.path };
    case 'quarantineKey':
    case 'quarantineEventLog':
    case 'quarantineAmsiProvider': {
      const { kind, key } = action;
      return before.kind === 'keptKey' ? { kind: backOf[kind], key, kept: before.kept } : null;
    }
    case 'returnKey':
      return { kind: 'quarantineKey', key: action.key, expected: {} };
    case 'returnEventLog':
      return { kind: 'quarantineEventLog', key: action.key };
    case 'returnAmsiProvider':
      return { kind: 'quarantineAmsiProvider', key: action.key };
    case 'quarantineTask': {
      if (before.kind !== 'keptTask') return null;
      return { kind: 'returnTask', path: action.path, kept: before.kept };
    }
    case 'returnTask':
      return { kind: 'quarantineTask', path: action.path };
    case 'quarantineDriverPackage': {
      const { store, inf } = action;
      if (before.kind !== 'keptPackage') return null;
      return { kind: 'returnDriverPackage', store, inf, kept: before.kept };
    }
    case 'returnDriverPackage':
      return { kind: 'quarantineDriverPackage', store: action.store, inf: action.inf };
    case 'quarantineFirewallRule':
    case 'returnFirewallRule':
      return before.kind === 'registryValue' ? ruleAsBefore(action, before.value) : null;
    case 'quarantineValue':
    case 'returnValue':
      return before.kind === 'registryValue' ? valueAsBefore(action, before.value) : null;
    case 'deleteService':
    case 'createService': {
      const { name, imagePath } = action;
      if (before.kind !== 'registryTree') return null;
      return before.tree === null
        ? { kind: 'deleteService', name, imagePath }
        : { kind: 'createService', name, imagePath, tree: before.tree };
    }
    case 'registerContinuation': {
      const { runId, args } = action;
      return { kind: 'unregisterContinuation', runId, args };
    }
    case 'unregisterContinuation':
    case 'restartComputer':
    case 'uninstallMsi':
    case 'runUninstaller':
    case 'startService':
    case 'updateDefenderSignatures':
      return null;
    default:
      return assertNever(action);
  }
}

function ruleAsBefore(
  { key, name }: ActionOf<'quarantineFirewallRule' | 'returnFirewallRule'>,
  value: RawValue | null,
): ChangeAction {
  return value === null
    ? { kind: 'quarantineFirewallRule', key, name }
    : { kind: 'returnFirewallRule', key, name, value };
}

function valueAsBefore(
  action: ActionOf<'quarantineValue' | 'returnValue'>,
  value: RawValue | null,
): ChangeAction | null {
  const { key, name } = action;
  if (value !== null) return { kind: 'returnValue', key, name, value };
  if (action.kind === 'quarantineValue') return null;
  return { kind: 'quarantineValue', key, name, expected: textsOf(action.value.data)[0] ?? '' };
}
