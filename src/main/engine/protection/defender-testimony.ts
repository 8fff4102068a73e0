import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DefenderSetting } from '../../../shared/domain/inventory/defender.ts';
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
      ? 'it does not say in which mode it runs'
      : 'it could not be asked for its state';
    return { source, answer: 'unknown', says: unread };
  }
  if (mode.kind === 'standsDown') {
    return { source, answer: 'doesNotProtect', says: `it runs in the mode “${mode.text}”` };
  }
  const off = shields.filter(({ on }) => on === false);
  if (off.length > 0) {
    const names = off.map(({ words }) => words).join(' and ');
    return {
      source,
      answer: 'doesNotProtect',
      says: `${names} ${off.length > 1 ? 'are' : 'is'} off`,
    };
  }
  if (mode.kind === 'unknown') {
    return { source, answer: 'unknown', says: `it runs in the unknown mode “${mode.text}”` };
  }
  const silent = shields.find(({ on }) => on === null);
  if (silent) {
    return { source, answer: 'unknown', says: `it does not say whether ${silent.words} is on` };
  }
  return { source, answer: 'protects', says: ageWords[signatures], signatures };
}

const ageWords = {
  upToDate: 'it is active with all shields on and up to date',
  outOfDate: 'it is active, but its signatures are old',
  unknown: 'it is active, but does not say how old its signatures are',
} as const;

/** Values that switch it off. `reported` is what Defender says of itself, see {@link isOverruled}. */
export function defenderSettingsTestimony(inventory: Inventory, reported: Testimony): Testimony {
  const source = 'defenderSettings';
  const client = inventory.machine.edition === 'client';
  const off = switchedOff(inventory).filter(
    (setting) => !(client && reported.answer === 'protects' && isOverruled(setting)),
  );
  if (off[0]) {
    return { source, answer: 'doesNotProtect', says: `the setting ${off[0].name} switches it off` };
  }
  return isComplete(inventory.defender)
    ? { source, answer: 'protects', says: 'no setting switches it off' }
    : { source, answer: 'unknown', says: 'its settings could not be read completely' };
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
