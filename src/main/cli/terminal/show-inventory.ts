import type { Inventory } from '../../../shared/domain/inventory.ts';
import { sectionNames } from '../../../shared/domain/sections.ts';
import type { SectionState } from '../../../shared/domain/section.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const stateWords: Readonly<Record<SectionState, string>> = {
  read: 'read',
  empty: 'read, nothing there',
  partial: 'read in part',
  unreadable: 'could not be read',
};

/** One line for each section of an inventory, and every gap with its reason. */
export function showInventory(terminal: Terminal, inventory: Inventory): void {
  const { machine } = inventory;
  terminal.out(styled(terminal, 'bold', `Inventory of ${machine.computerName ?? 'a computer'}`));
  terminal.out(
    `${machine.osName ?? machine.platform} ${machine.osVersion ?? ''}, read ${inventory.collectedAt}`,
  );
  if (machine.elevated === false)
    terminal.out('Read without administrator rights: gaps marked * would close with them.');
  terminal.out('');
  for (const name of sectionNames) showSection(terminal, inventory, name);
}

function showSection(
  terminal: Terminal,
  inventory: Inventory,
  name: (typeof sectionNames)[number],
): void {
  const section = inventory[name];
  const count = String(section.items.length).padStart(6);
  terminal.out(`${count}  ${name.padEnd(18)} ${stateWords[section.state]}`);
  for (const gap of section.gaps.slice(0, 5)) {
    const mark = gap.needsAdministrator ? ' *' : '';
    const text = `${gap.subject}: ${gap.detail} (${gap.reason})${mark}`;
    terminal.out(`          ${wrapped(text, terminal.columns, '          ')}`);
  }
  if (section.gaps.length > 5)
    terminal.out(`          … and ${section.gaps.length - 5} more gaps, all in the document.`);
}
