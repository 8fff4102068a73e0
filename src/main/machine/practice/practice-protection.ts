import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DefenderStatus } from '../../../shared/domain/inventory/defender-status.ts';
import type { Service } from '../../../shared/domain/inventory/services.ts';
import type { Action, ProtectionAction } from '../../../shared/domain/action.ts';
import { refuseTarget } from '../windows/perform/defender-targets.ts';
import { refuseHere } from '../windows/perform/refuse-here.ts';
import { changesSchema, type Changes } from './computers/practice-computer.ts';
import { surroundingsOf } from './practice-surroundings.ts';

/**
 * What a switch does on a practice computer: a Windows error number and what becomes different, or why it is refused.
 */
export type PracticeProtection =
  | { readonly exitCode: number; readonly changes: Changes | null }
  | { readonly refusal: string };

const noSuchService = 1060;
const serviceDisabled = 1058;

export function practiceProtection(
  action: ProtectionAction,
  inventory: Inventory,
): PracticeProtection {
  const refusal = refuseTarget(action);
  if (refusal !== null) return { refusal };
  switch (action.kind) {
    case 'startService':
      return changeService(inventory, action.name, (service) =>
        service.start === 'disabled' ? null : { ...service, state: 'running' },
      );
    case 'setServiceStart':
      return changeService(inventory, action.name, (service) => ({
        ...service,
        start: action.start,
      }));
    case 'removeRegistryValue':
      return removeSetting(inventory, action);
    case 'updateDefenderSignatures':
      return { exitCode: 0, changes: put({ defenderStatus: freshSignatures(inventory) }) };
    default:
      return assertNever(action);
  }
}

export function isProtectionAction(action: Action): action is ProtectionAction {
  return action.kind !== 'uninstallMsi' && action.kind !== 'runUninstaller';
}

/** The service or registry value an action is about. */
export function subjectOf(action: ProtectionAction): string {
  switch (action.kind) {
    case 'startService':
    case 'setServiceStart':
      return action.name;
    case 'removeRegistryValue':
      return `${action.key}\\${action.name}`;
    case 'updateDefenderSignatures':
      return '';
    default:
      return assertNever(action);
  }
}

function changeService(
  inventory: Inventory,
  name: string,
  change: (service: Service) => Service | null,
): PracticeProtection {
  const service = inventory.services.items.find(
    (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
  );
  if (service === undefined) return { exitCode: noSuchService, changes: null };
  const changed = change(service);
  return changed === null
    ? { exitCode: serviceDisabled, changes: null }
    : { exitCode: 0, changes: put({ services: [changed] }) };
}

/** The same refusals as on a real computer, asked of what was recorded. */
function removeSetting(
  inventory: Inventory,
  action: Extract<ProtectionAction, { kind: 'removeRegistryValue' }>,
): PracticeProtection {
  const computer = surroundingsOf(inventory);
  const refusal = refuseHere(action, computer);
  if (refusal !== null) return { refusal };
  const before = computer.readNumber(action.key, action.name);
  if ('code' in before) return { exitCode: before.code, changes: null };
  const path = subjectOf(action);
  if (before.value !== action.expectedData) {
    return { refusal: `${path} holds ${before.value} and no longer ${action.expectedData}.` };
  }
  return { exitCode: 0, changes: changesSchema.parse({ remove: { defender: [path] } }) };
}

/** Only what the recorded status has; a computer without a status gets none. */
function freshSignatures(inventory: Inventory): DefenderStatus[] {
  return inventory.defenderStatus.items.flatMap(({ name }): DefenderStatus[] => {
    if (name.endsWith('SignatureAge')) return [{ name, data: 0 }];
    return name === 'DefenderSignaturesOutOfDate' ? [{ name, data: false }] : [];
  });
}

function put(items: Changes['put']): Changes {
  return { remove: {}, put: items };
}
