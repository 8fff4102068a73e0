import type { ActionOf } from '../../../../shared/domain/action.ts';
import { message, type Message } from '../../../../shared/domain/message.ts';
import { usualStart } from '../../../../shared/domain/protection/defender-services.ts';

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

/** Why a service is not started; null when it is Microsoft Defender's own and may be. */
export function refuseToStart(name: string): Message | null {
  return startable.includes(name.toLowerCase()) ? null : notOurs(name);
}

/** Why the start of a service stays as it is; null when the usual one is put in place, or taken back again. */
export function refuseStart({
  name,
  start,
  expected,
}: ActionOf<'setServiceStart'>): Message | null {
  const usual = usualStart(name);
  if (usual === undefined) return notOurs(name);
  if (usual === start || usual === expected) return null;
  return message('refused.otherStart', { name, usual, start });
}

/** Why a value is not touched; null when it is a switch of Microsoft Defender. */
export function refuseValue({
  key,
  name,
}: {
  readonly key: string;
  readonly name: string;
}): Message | null {
  const isKnown = switches.get(key.toLowerCase())?.includes(name.toLowerCase()) === true;
  return isKnown ? null : notOurs(`${key}\\${name}`);
}

function notOurs(what: string): Message {
  return message('refused.notDefender', { what });
}
