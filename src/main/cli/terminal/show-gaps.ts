import type { Inventory } from '../../../shared/domain/inventory.ts';
import { sectionNames } from '../../../shared/domain/sections.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Says in one paragraph what could not be looked at, so that silence is not taken for absence. */
export function showGaps(terminal: Terminal, inventory: Inventory): void {
  const unseen = sectionNames.filter((name) => inventory[name].state === 'unreadable');
  const partly = sectionNames.filter((name) => inventory[name].state === 'partial');
  if (unseen.length > 0)
    terminal.out(wrapped(`Not looked at: ${unseen.join(', ')}.`, terminal.columns, '  '));
  if (partly.length > 0)
    terminal.out(wrapped(`Seen only in part: ${partly.join(', ')}.`, terminal.columns, '  '));
  for (const detail of damage(inventory)) terminal.out(wrapped(detail, terminal.columns, '  '));
  if (sectionNames.some((name) => inventory[name].gaps.some((gap) => gap.needsAdministrator)))
    terminal.out('Start as administrator to see more. `cutover inventory` names each gap.');
}

/** What is wrong with the source itself, each sentence once. */
function damage(inventory: Inventory): ReadonlySet<string> {
  const gaps = sectionNames.flatMap((name) => inventory[name].gaps);
  const damaged = gaps.filter(({ reason }) => reason === 'truncated' || reason === 'corrupt');
  return new Set(damaged.map(({ subject, detail }) => `Damaged: ${subject}: ${detail}`));
}
