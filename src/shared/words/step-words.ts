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

/** What is done in a step; its kind for one that no version of ours plans. */
export function stepWords({ phase, about, action: { kind } }: Step, { t }: WindowWords): string {
  if (about.kind === 'product') return t('step.remove', { name: about.name });
  if (phase === 'undo' && isOneOf(undoing, kind)) return t(`undo.step.${kind}`);
  return isOneOf(reactivating, kind) ? t(`reactivate.step.${kind}`) : kind;
}
