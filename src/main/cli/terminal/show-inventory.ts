import type { Inventory } from '../../../shared/domain/inventory.ts';
import { readableSections } from '../../../shared/domain/state/readable-sections.ts';
import { sectionNames, type SectionName } from '../../../shared/domain/sections.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { wordsOf } from './said.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** One line for each section of an inventory, and every gap with its reason. */
export function showInventory(terminal: Terminal, words: Translator, inventory: Inventory): void {
  const { machine, collectedAt, source } = inventory;
  const { t, moment, render } = words;
  const title =
    machine.computerName === null
      ? t('terminal.inventory.unnamed')
      : t('terminal.inventory.title', { computer: machine.computerName });
  const system = `${machine.osName ?? machine.platform} ${machine.osVersion ?? ''}`.trim();
  terminal.out(styled(terminal, 'bold', title));
  terminal.out(t('terminal.inventory.read', { system, time: moment(collectedAt) }));
  if (machine.elevated === false) terminal.out(t('terminal.inventory.notElevated'));
  for (const note of source.notes ?? []) terminal.out(wrapped(render(note), terminal.columns, ''));
  terminal.out('');
  for (const name of sectionNames) showSection(terminal, words, inventory, name);
}

function showSection(
  terminal: Terminal,
  words: Translator,
  inventory: Inventory,
  name: SectionName,
): void {
  const { t } = words;
  const wasTried = readableSections(inventory).includes(name);
  const { items, state, gaps: all } = inventory[name];
  const [said, gaps] = wasTried
    ? [t(`terminal.inventory.state.${state}`), all]
    : [t('terminal.inventory.notAsked'), []];
  const title = `${t(`section.${name}`)}: ${said}`;
  terminal.out(`${String(items.length).padStart(6)}  ${title}`);
  for (const gap of gaps.slice(0, most)) {
    const mark = gap.needsAdministrator ? ' *' : '';
    const [subject, detail] = [wordsOf(gap.subject, words), wordsOf(gap.detail, words)];
    const text = `${subject}: ${detail} (${t(`gapReason.${gap.reason}`)})${mark}`;
    terminal.out(`          ${wrapped(text, terminal.columns, '          ')}`);
  }
  const count = gaps.length - most;
  if (count > 0) terminal.out(`          … ${t('terminal.inventory.moreGaps', { count })}`);
}

const most = 5;
