import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DefenderSetting } from '../../../shared/domain/inventory/defender.ts';
import { managersOf, type Manager } from '../../../shared/domain/management.ts';
import type { RestoreStep } from '../../../shared/domain/restore.ts';
import { isOverruled, isPolicy, switchedOff } from './defender-testimony.ts';
import { solvedByCutover, solvedByOthers, type FoundCause } from './restore-cause.ts';
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
  const explanation = `The policy ${name} (${key}) keeps Microsoft Defender off.`;
  const cause = { id: 'policy', subject: name, explanation } as const;
  const { known, possible } = managersOf(inventory.machine.management);
  if (known.length > 0)
    return solvedByOthers(cause, 'organisation', managedAdvice(known), { blocks });
  if (possible.length > 0 || inventory.machine.edition === 'unknown' || !isUndoable(setting)) {
    return solvedByOthers(cause, 'organisation', unknownAdvice, { blocks });
  }
  if (setting.inLocalPolicy !== false) {
    return solvedByOthers(cause, 'localPolicyEditor', editorAdvice, { blocks });
  }
  if (isTamperProtected(inventory) === true) {
    return solvedByOthers(cause, 'turnOnInWindowsSecurity', tamperAdvice, { blocks });
  }
  return typeof data === 'number'
    ? solvedByCutover(cause, removal(setting, data, 'policy'))
    : solvedByOthers(cause, 'byHand', 'Look at the value by hand.', { blocks });
}

/** Passive mode is asked for by Defender for Endpoint, which only an organisation has. */
function isUndoable({ key }: DefenderSetting): boolean {
  return /\\Policies\\Microsoft\\Windows Defender(\\|$)/i.test(key);
}

function managedAdvice(known: readonly Manager[]): string {
  const by = known.map((manager) => managerWords[manager]).join(' ');
  return `${by} Only whoever administers this computer may change the policy, at the place it comes from.`;
}

const managerWords: Readonly<Record<Manager, string>> = {
  domain: 'This computer belongs to a domain, whose group policy decides.',
  cloud: 'This computer is joined to an organisation in Microsoft Entra ID.',
  deviceManagement: 'This computer is enrolled in device management, such as Intune.',
  configurationManager: 'Microsoft Configuration Manager manages this computer.',
  defenderForEndpoint: 'This computer reports to Microsoft Defender for Endpoint.',
};

const unknownAdvice =
  'It is not known whether an organisation decides over this computer, so Cutover leaves the policy alone. Whoever ' +
  'administers the computer changes it: in the group policy of the domain, in Intune, or, on a computer without an ' +
  'organisation, with the local group policy editor (gpedit.msc).';

const editorAdvice =
  'It may come from the local group policy of this computer, which would write it again. An administrator opens the ' +
  'local group policy editor (gpedit.msc), “Computer Configuration”, “Administrative Templates”, “Windows ' +
  'Components”, “Microsoft Defender Antivirus”, and sets it to “Not configured”.';

/** Values outside the policies that a program or a person wrote on this computer. */
export function localSettingCauses(inventory: Inventory): readonly FoundCause[] {
  const local = switchedOff(inventory).filter((setting) => !isPolicy(setting));
  return local.map((setting) => {
    const cause = localCause(setting);
    const { data } = setting;
    if (isTamperProtected(inventory) === true) {
      return solvedByOthers(cause, 'turnOnInWindowsSecurity', tamperAdvice, { blocks: false });
    }
    return typeof data === 'number'
      ? solvedByCutover(cause, removal(setting, data, 'setting'))
      : solvedByOthers(cause, 'byHand', 'Look at the value by hand.', { blocks: false });
  });
}

function localCause({ key, name }: DefenderSetting) {
  const id = /^PassiveMode$/i.test(name) ? 'passiveMode' : 'localSetting';
  const explanation = `The setting ${name} (${key}) switches Microsoft Defender off.`;
  return { id, subject: name, explanation } as const;
}

const tamperAdvice =
  'Tamper protection guards it, and no program may change that. A person opens Windows Security, “Virus & threat ' +
  'protection”, “Manage settings”, and turns real-time protection on.';

function removal(
  { key, name }: DefenderSetting,
  expectedData: number,
  kind: 'policy' | 'setting',
): RestoreStep {
  return {
    title: `Remove the ${kind} ${name} that switches Microsoft Defender off`,
    action: { kind: 'removeRegistryValue', key, name, expectedData },
  };
}
