import type { Kept } from '../domain/plan/plan.ts';
import { spokenName } from '../domain/product-names.ts';
import { keptOnPurpose } from '../domain/run/product-fate.ts';
import type { RunRecord } from '../domain/run/record.ts';
import type { WindowWords } from './translator.ts';

/** How a run ended, in one line; null where it has not. "Kaspersky is gone" names in the same breath what stays. */
export function outcomeTitle(record: RunRecord, { t }: WindowWords): string | null {
  const { outcome } = record;
  if (outcome === null) return null;
  const kept = staying(record);
  return kept.length > 0 && saysGone(outcome)
    ? t(`outcome.${outcome}.titleBut`, { kept: kept.map(({ name }) => spokenName(name)) })
    : t(`outcome.${outcome}.title`);
}

/** What of Kaspersky a run left where it was: not what is another company's, nor what a person keeps. */
export function staying(record: RunRecord): readonly Kept[] {
  return keptOnPurpose(record).filter(({ reason }) => products.has(reason));
}

const products: ReadonlySet<Kept['reason']> = new Set([
  'notChosen',
  'notProven',
  'notRead',
  'noSafeWay',
  'portable',
  'onePerson',
]);

function saysGone(outcome: string): outcome is 'cleanAndProtected' | 'remnantsLeft' {
  return outcome === 'cleanAndProtected' || outcome === 'remnantsLeft';
}
