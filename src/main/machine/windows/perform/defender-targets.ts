import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { ProtectionAction } from '../../../../shared/domain/action.ts';
import { defenderServices } from '../../../../shared/domain/defender-services.ts';

type StartType = Extract<ProtectionAction, { kind: 'setServiceStart' }>['start'];

/** Drivers start with Windows, and when Defender itself asks for them. */
const startable: readonly string[] = ['windefend', 'wdnissvc'];

const state = 'hklm\\software\\microsoft\\windows defender';
const policies = 'hklm\\software\\policies\\microsoft\\windows defender';

const realTimeSwitches = [
  'disablerealtimemonitoring',
  'disablebehaviormonitoring',
  'disableonaccessprotection',
  'disablescanonrealtimeenable',
  'disableioavprotection',
];

/**
 * Switches that scripts set, and the policies of the same effect, which need more, see `refuse-here.ts`. Tamper
 * protection and the passive mode of an organisation are not here and never will be.
 * Microsoft: Defender docs, "Troubleshoot Microsoft Defender Antivirus issues when migrating".
 */
const switches: ReadonlyMap<string, readonly string[]> = new Map([
  [state, ['disableantispyware', 'disableantivirus', 'passivemode']],
  [`${state}\\real-time protection`, realTimeSwitches],
  [policies, ['disableantispyware', 'disableantivirus']],
  [`${policies}\\real-time protection`, realTimeSwitches],
]);

/** Whether a key holds policies of Microsoft Defender. */
export function isPolicyKey(key: string): boolean {
  return `${key}\\`.toLowerCase().startsWith(`${policies}\\`);
}

/** Why an action is not carried out; null when what it names is Microsoft Defender's own and may be changed. */
export function refuseTarget(action: ProtectionAction): string | null {
  switch (action.kind) {
    case 'startService':
      return startable.includes(action.name.toLowerCase()) ? null : notOurs(action.name);
    case 'setServiceStart':
      return refuseStart(action.name, action.start);
    case 'removeRegistryValue': {
      const names = switches.get(action.key.toLowerCase());
      const isKnown = names?.includes(action.name.toLowerCase()) === true;
      return isKnown ? null : notOurs(`${action.key}\\${action.name}`);
    }
    case 'updateDefenderSignatures':
      return null;
    default:
      return assertNever(action);
  }
}

function refuseStart(name: string, start: StartType): string | null {
  const known = defenderServices.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (known === undefined) return notOurs(name);
  if (known.start === start) return null;
  return `Windows starts ${name} as "${known.start}" and not as "${start}", so nothing was changed.`;
}

function notOurs(what: string): string {
  return `${what} is not a switch of Microsoft Defender that Cutover may change, so nothing was changed.`;
}
