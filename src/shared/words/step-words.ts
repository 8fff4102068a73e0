import { spokenName } from '../domain/product-names.ts';
import type { QuarantineAction, RepairAction, RestartAction } from '../domain/action.ts';
import { nameOf } from '../domain/plan/step-about.ts';
import type { Step } from '../domain/plan/step.ts';
import { isOneOf } from './is-one-of.ts';
import type { WindowWords } from './translator.ts';

const reactivating = [
  'removeRegistryValue',
  'setServiceStart',
  'startService',
  'updateDefenderSignatures',
] as const;
const undoing = ['removeRegistryValue', 'setServiceStart', 'writeRegistryValue'] as const;
const repairing = [
  'takeFromFilterList',
  'putFilterList',
  'deleteDriver',
  'createDriver',
  'distrustCertificate',
  'trustCertificate',
  'removeNetworkComponent',
  'installNetworkComponent',
] as const satisfies readonly RepairAction['kind'][];

const cleaning = [
  'quarantineFolder',
  'returnFolder',
  'quarantineKey',
  'returnKey',
  'quarantineValue',
  'returnValue',
  'quarantineEventLog',
  'returnEventLog',
  'quarantineAmsiProvider',
  'returnAmsiProvider',
  'quarantineFirewallRule',
  'returnFirewallRule',
  'quarantineDriverPackage',
  'returnDriverPackage',
  'quarantineTask',
  'returnTask',
  'deleteService',
  'createService',
] as const satisfies readonly QuarantineAction['kind'][];

const restarting = [
  'registerContinuation',
  'unregisterContinuation',
  'restartComputer',
] as const satisfies readonly RestartAction['kind'][];

/** What is done in a step; its kind for one that no version of ours plans. */
export function stepWords({ phase, about, action: { kind } }: Step, { t }: WindowWords): string {
  if (about.kind === 'product') return t('step.remove', { name: spokenName(about.name) });
  if (about.kind !== 'defender') {
    const { name } = about;
    if (isOneOf(restarting, kind)) return t(`restart.step.${kind}`);
    if (isOneOf(repairing, kind)) return t(`repair.step.${kind}`, { name });
    return isOneOf(cleaning, kind) ? t(`clean.step.${kind}`, { name }) : kind;
  }
  if (phase === 'undo' && isOneOf(undoing, kind)) return t(`undo.step.${kind}`);
  return isOneOf(reactivating, kind) ? t(`reactivate.step.${kind}`) : kind;
}

/** A step in a list of several: the product that goes, or what is put right. */
export function stepHeading(step: Step, words: WindowWords): string {
  const { kind } = step.about;
  return isOneOf(['danger', 'remains', 'restart'], kind) ? stepWords(step, words) : nameOf(step);
}
