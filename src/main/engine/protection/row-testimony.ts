import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import type { SecurityRow } from './security-rows.ts';
import type { Testimony } from './testimony.ts';

const sections = {
  securityCenter: 'securityProducts',
  securityCenterWmi: 'wmiSecurityProducts',
} as const;

/**
 * What one list of the Security Center says about a product. Where a product has several rows in a list, the best
 * one counts: the others are what an older version left behind.
 */
export function rowTestimony(
  list: SecurityRow['list'],
  rows: readonly SecurityRow[],
  inventory: Inventory,
): Testimony {
  const own = rows.filter((row) => row.list === list);
  const best = bestOf(own);
  if (best !== undefined) return fromRow(best);
  if (isComplete(inventory[sections[list]])) {
    return { source: list, answer: 'notThere', says: 'it is not listed' };
  }
  return { source: list, answer: 'unknown', says: 'the list could not be read' };
}

/** States of the rows of one list, when a product has rows that contradict each other there. */
export function contradictoryRows(
  list: SecurityRow['list'],
  rows: readonly SecurityRow[],
): readonly string[] {
  const states = new Set(rows.filter((row) => row.list === list).map(({ state }) => state));
  return states.size > 1 ? [...states].map((state) => stateWords[state]) : [];
}

export const stateWords = {
  on: 'on',
  off: 'off',
  snoozed: 'paused',
  expired: 'expired',
  unknown: 'in a state that is not known',
} as const;

function bestOf(rows: readonly SecurityRow[]): SecurityRow | undefined {
  return [...rows].sort((a, b) => rank(a) - rank(b))[0];
}

const stateOrder = ['on', 'unknown', 'snoozed', 'expired', 'off'] as const;
const ageOrder = ['upToDate', 'unknown', 'outOfDate'] as const;

function rank({ state, signatures }: SecurityRow): number {
  return stateOrder.indexOf(state) * ageOrder.length + ageOrder.indexOf(signatures);
}

const ageWords = {
  upToDate: 'it is on and up to date',
  outOfDate: 'it is on, but its signatures are old',
  unknown: 'it is on, but does not say whether it is up to date',
} as const;

function fromRow({ list, state, signatures }: SecurityRow): Testimony {
  if (state === 'on') {
    return { source: list, answer: 'protects', says: ageWords[signatures], signatures };
  }
  if (state === 'unknown') {
    return { source: list, answer: 'unknown', says: 'it does not say whether it is on' };
  }
  return { source: list, answer: 'doesNotProtect', says: `it is ${stateWords[state]}` };
}
