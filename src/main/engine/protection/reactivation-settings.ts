import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DefenderSetting } from '../../../shared/domain/inventory/defender.ts';
import { managersOf } from '../../../shared/domain/management.ts';
import { defenderStep } from '../../../shared/domain/plan/change-step.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { isOverruled, isPolicy, switchedOff } from './defender-testimony.ts';
import { solvedByCutover, solvedByOthers, type FoundCause } from './reactivation-cause.ts';
import { isTamperProtected } from './source-list.ts';

/**
 * A policy is a decision. Cutover takes back only one that nobody but this computer itself can have made: no
 * organisation manages it, and its local group policy would not write the value again. Client Windows ignores two
 * policies since 2020; what Cutover may not change of these does not hold up the rest.
 */
export function policyCauses(inventory: Inventory): readonly FoundCause[] {
  const client = inventory.machine.edition === 'client';
  return switchedOff(inventory)
    .filter(isPolicy)
    .map((setting) => policyCause(inventory, setting, !(client && isOverruled(setting))));
}

function policyCause(inventory: Inventory, setting: DefenderSetting, blocks: boolean): FoundCause {
  const { key, name, data } = setting;
  const cause = { id: 'policy', subject: name, key } as const;
  const { known, possible } = managersOf(inventory.machine.management);
  if (known.length > 0)
    return solvedByOthers({ ...cause, managers: known }, 'organisation', { blocks });
  if (possible.length > 0 || inventory.machine.edition === 'unknown' || !isUndoable(setting)) {
    return solvedByOthers(cause, 'organisation', { blocks });
  }
  if (setting.inLocalPolicy !== false) {
    return solvedByOthers(cause, 'localPolicyEditor', { blocks });
  }
  if (isTamperProtected(inventory) === true) {
    return solvedByOthers(cause, 'turnOnInWindowsSecurity', { blocks });
  }
  return typeof data === 'number'
    ? solvedByCutover(cause, removal(setting, data))
    : solvedByOthers(cause, 'byHand', { blocks });
}

/** Passive mode is asked for by Defender for Endpoint, which only an organisation has. */
function isUndoable({ key }: DefenderSetting): boolean {
  return /\\Policies\\Microsoft\\Windows Defender(\\|$)/i.test(key);
}

/**
 * Values outside the policies that a program or a person wrote on this computer. Windows mostly lets administrators change none
 * of them, so it is tried and not promised (mspaintmsi/superUser #16, 10se1ucgo/DisableWinTracking #118).
 */
export function localSettingCauses(inventory: Inventory): readonly FoundCause[] {
  const local = switchedOff(inventory).filter((setting) => !isPolicy(setting));
  return local.map((setting) => {
    const cause = localCause(setting);
    const { data } = setting;
    if (isTamperProtected(inventory) === true) {
      return solvedByOthers(cause, 'turnOnInWindowsSecurity', { blocks: false });
    }
    if (typeof data !== 'number') return solvedByOthers(cause, 'byHand', { blocks: false });
    const found = solvedByOthers(cause, 'tryThenWindowsSecurity', { blocks: false });
    return { ...found, steps: [removal(setting, data)] };
  });
}

function localCause({ key, name }: DefenderSetting) {
  const id = /^PassiveMode$/i.test(name) ? 'passiveMode' : 'localSetting';
  return { id, subject: name, key } as const;
}

function removal({ key, name }: DefenderSetting, expectedData: number): Step {
  return defenderStep('reactivate', { kind: 'removeRegistryValue', key, name, expectedData });
}
