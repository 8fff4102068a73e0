import { assertNever } from '../../../shared/assert-never.ts';
import type { DefenderStatus, Inventory, Service } from '../../../shared/inventory.ts';
import type { Action, ProtectionAction } from '../../../shared/plan.ts';
import { changesSchema, type Changes } from './practice-computer.ts';

/** What a switch does on a practice computer: a Windows error number, and what becomes different. */
export interface PracticeProtection {
  readonly exitCode: number;
  readonly changes: Changes | null;
}

const noSuchService = 1060;
const serviceDisabled = 1058;
const fileNotFound = 2;

export function practiceProtection(
  action: ProtectionAction,
  inventory: Inventory,
): PracticeProtection {
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
      return removeSetting(inventory, subjectOf(action));
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

function removeSetting(inventory: Inventory, path: string): PracticeProtection {
  const isThere = inventory.defender.items.some(
    ({ key, name }) => `${key}\\${name}`.toLowerCase() === path.toLowerCase(),
  );
  if (!isThere) return { exitCode: fileNotFound, changes: null };
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
