import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DefenderSetting } from '../../../shared/domain/inventory/defender.ts';
import { message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { statusOf } from './defender-status.ts';
import type { Testimony } from './testimony.ts';

/**
 * What Microsoft Defender reports of itself. It protects only in the mode `Normal` with every shield on: a Defender
 * that stands down goes on reporting its shields as on (Microsoft: defender-docs, passive mode; mondoohq/mql pull
 * request 10381).
 */
export function defenderStatusTestimony(inventory: Inventory): Testimony {
  const source = 'defenderStatus';
  const { mode, shields, signatures } = statusOf(inventory);
  if (mode === null) {
    const unread = isComplete(inventory.defenderStatus)
      ? message('protection.defender.modeNotTold')
      : message('protection.defender.notAsked');
    return { source, answer: 'unknown', says: unread };
  }
  if (mode.kind === 'standsDown') {
    return { source, answer: 'doesNotProtect', says: inMode(mode.text) };
  }
  const off = shields.filter(({ on }) => on === false);
  if (off.length > 0) {
    const says = message('protection.defender.shieldsOff', {
      shields: off.map(({ shield }) => message(`protection.shield.${shield}`)),
      count: off.length,
    });
    return { source, answer: 'doesNotProtect', says };
  }
  if (mode.kind === 'unknown') {
    return {
      source,
      answer: 'unknown',
      says: message('protection.defender.unknownMode', { mode: mode.text }),
    };
  }
  const silent = shields.find(({ on }) => on === null);
  if (silent) {
    const says = message('protection.defender.shieldNotTold', {
      shield: message(`protection.shield.${silent.shield}`),
    });
    return { source, answer: 'unknown', says };
  }
  const says = message(`protection.defender.active.${signatures}`);
  return { source, answer: 'protects', says, signatures };
}

function inMode(mode: string) {
  return message('protection.defender.mode', { mode });
}

/** Values that switch it off. `reported` is what Defender says of itself, see {@link isOverruled}. */
export function defenderSettingsTestimony(inventory: Inventory, reported: Testimony): Testimony {
  const source = 'defenderSettings';
  const client = inventory.machine.edition === 'client';
  const off = switchedOff(inventory).filter(
    (setting) => !(client && reported.answer === 'protects' && isOverruled(setting)),
  );
  if (off[0]) {
    const says = message('protection.defender.settingOff', { setting: off[0].name });
    return { source, answer: 'doesNotProtect', says };
  }
  return isComplete(inventory.defender)
    ? { source, answer: 'protects', says: message('protection.defender.noSetting') }
    : { source, answer: 'unknown', says: message('protection.defender.settingsUnread') };
}

/** The values that switch Defender off or make it stand down. */
export function switchedOff({ defender }: Inventory): readonly DefenderSetting[] {
  return defender.items.filter(
    ({ name, data }) => offSettings.has(name.toLowerCase()) && Number(data) > 0,
  );
}

/**
 * Policies that client Windows ignores since the platform of August 2020 (Microsoft: defender-docs, compatibility).
 * Where Defender says that it is active all the same, the policy has no effect.
 */
export function isOverruled({ name }: DefenderSetting): boolean {
  return ['disableantispyware', 'disableantivirus'].includes(name.toLowerCase());
}

/** True for a value that an organisation or a policy editor sets. */
export function isPolicy({ key }: DefenderSetting): boolean {
  return /\\Policies\\/i.test(key);
}

const offSettings = new Set([
  'disableantispyware',
  'disableantivirus',
  'disablerealtimemonitoring',
  'disablebehaviormonitoring',
  'disableonaccessprotection',
  'disablescanonrealtimeenable',
  'disableioavprotection',
  'forcedefenderpassivemode',
  'passivemode',
]);
