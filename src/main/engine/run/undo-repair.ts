import type { ActionOf, Before, RepairAction } from '../../../shared/domain/action.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { namesPutBack } from '../../../shared/domain/plan/change-step.ts';
import type { RawValue } from '../../../shared/domain/repair-actions.ts';
import { textsOf } from '../../../shared/windows/multi-string.ts';

/** What Windows had nothing left to install from again when it went. */
export function isLost(before: Before | undefined): boolean {
  return before?.kind === 'networkComponent' && before.there && before.inf === null;
}

/** What takes back what mended a danger; null where there is nothing to take back. */
export function inverseOfRepair(action: RepairAction, before: Before): RepairAction | null {
  switch (action.kind) {
    case 'takeFromFilterList':
    case 'putFilterList':
      return before.kind === 'registryValue' ? listAsBefore(action, before.value) : null;
    case 'deleteDriver':
    case 'createDriver': {
      const { name, imagePath } = action;
      if (before.kind !== 'registryTree') return null;
      return before.tree === null
        ? { kind: 'deleteDriver', name, imagePath }
        : { kind: 'createDriver', name, imagePath, tree: before.tree };
    }
    case 'distrustCertificate':
    case 'trustCertificate': {
      const { thumbprint, userSid } = action;
      if (before.kind !== 'registryTree') return null;
      return before.tree === null
        ? { kind: 'distrustCertificate', thumbprint, userSid }
        : { kind: 'trustCertificate', thumbprint, userSid, tree: before.tree };
    }
    case 'removeNetworkComponent': {
      if (before.kind !== 'networkComponent' || !before.there || isLost(before)) return null;
      const { componentId, instanceKey, service } = action;
      const { description } = before;
      return { kind: 'installNetworkComponent', componentId, instanceKey, service, description };
    }
    case 'installNetworkComponent': {
      const { componentId, instanceKey, service } = action;
      return { kind: 'removeNetworkComponent', componentId, instanceKey, service };
    }
    default:
      return assertNever(action);
  }
}

/** Byte for byte; of what was put in, just that is taken out again. */
function listAsBefore(
  action: ActionOf<'takeFromFilterList' | 'putFilterList'>,
  value: RawValue | null,
): RepairAction | null {
  const { key, list } = action;
  if (action.kind === 'takeFromFilterList') {
    const expected = action.expected.filter((name) => !action.names.includes(name));
    return value === null ? null : { kind: 'putFilterList', key, list, expected, value };
  }
  const expected = [...textsOf(action.value.data)];
  const names = namesPutBack(action);
  return { kind: 'takeFromFilterList', key, list, expected, names };
}
