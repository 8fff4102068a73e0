import type { Action, RemovalAction } from '../action.ts';
import { assertNever } from '../assert-never.ts';
import type { DoneWhen, Phase, Step } from '../plan/step.ts';

/** What is done to Microsoft Defender. */
export type DefenderAction = Exclude<Action, RemovalAction>;

/** An update of signatures loads some 150 MB. */
const timeLimitMs = 10 * 60_000;

/** A step that is about Microsoft Defender. */
export function defenderStep(
  phase: Extract<Phase, 'reactivate' | 'undo'>,
  action: DefenderAction,
): Step {
  const id = [phase, action.kind, subjectOf(action)].filter((part) => part !== null).join(':');
  return {
    id,
    phase,
    about: { kind: 'defender' },
    action,
    doneWhen: doneWhenOf(action),
    timeLimitMs,
  };
}

/** The service or value an action is about; null for one that is about a product as a whole. */
export function subjectOf(action: Action): string | null {
  if ('key' in action) return `${action.key}\\${action.name}`;
  return 'name' in action ? action.name : null;
}

function doneWhenOf(action: DefenderAction): DoneWhen {
  switch (action.kind) {
    case 'startService':
      return { kind: 'serviceRuns', name: action.name };
    case 'setServiceStart':
      return { kind: 'serviceStarts', name: action.name, start: action.start };
    case 'removeRegistryValue':
      return { kind: 'valueIs', key: action.key, name: action.name, data: null };
    case 'writeRegistryValue':
      return { kind: 'valueIs', key: action.key, name: action.name, data: action.data };
    case 'updateDefenderSignatures':
      return { kind: 'signaturesUpToDate' };
    default:
      return assertNever(action);
  }
}
