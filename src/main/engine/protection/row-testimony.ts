import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { listsEveryAntivirus } from './antivirus-lists.ts';
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
  if (listsEveryAntivirus(sections[list], inventory)) {
    return { source: list, answer: 'notThere', says: message('protection.row.notListed') };
  }
  return { source: list, answer: 'unknown', says: message('protection.row.listUnread') };
}

/** States of the rows of one list, when a product has rows that contradict each other there. */
export function contradictoryRows(
  list: SecurityRow['list'],
  rows: readonly SecurityRow[],
): readonly Message[] {
  const states = new Set(rows.filter((row) => row.list === list).map(({ state }) => state));
  return states.size > 1 ? [...states].map(stateMessage) : [];
}

/** The state of a row as one word: on, off, paused. */
export function stateMessage(state: SecurityRow['state']): Message {
  return message(`protection.state.${state}`);
}

function bestOf(rows: readonly SecurityRow[]): SecurityRow | undefined {
  return [...rows].sort((a, b) => rank(a) - rank(b))[0];
}

const stateOrder = ['on', 'unknown', 'snoozed', 'expired', 'off'] as const;
const ageOrder = ['upToDate', 'unknown', 'outOfDate'] as const;

function rank({ state, signatures }: SecurityRow): number {
  return stateOrder.indexOf(state) * ageOrder.length + ageOrder.indexOf(signatures);
}

function fromRow({ list, state, signatures }: SecurityRow): Testimony {
  if (state === 'on') {
    const says = message(`protection.row.on.${signatures}`);
    return { source: list, answer: 'protects', says, signatures };
  }
  const says = message(`protection.row.${state}`);
  return { source: list, answer: state === 'unknown' ? 'unknown' : 'doesNotProtect', says };
}
