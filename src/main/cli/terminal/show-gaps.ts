import type { Inventory } from '../../../shared/domain/inventory.ts';
import { readableSections } from '../../../shared/domain/state/readable-sections.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import type { SectionState } from '../../../shared/domain/section.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { wordsOf } from './said.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Says in one paragraph what could not be looked at, so that silence is not taken for absence. */
export function showGaps(terminal: Terminal, words: Translator, inventory: Inventory): void {
  const { t, list } = words;
  const sections = readableSections(inventory);
  const named = (state: SectionState) =>
    list(sections.filter((name) => inventory[name].state === state).map(sectionWords));
  const sectionWords = (name: SectionName) => t(`section.${name}`);
  const [unseen, partly] = [named('unreadable'), named('partial')];
  const lines = [
    ...(unseen === '' ? [] : [t('terminal.gaps.unseen', { sections: unseen })]),
    ...(partly === '' ? [] : [t('terminal.gaps.partly', { sections: partly })]),
    ...damage(inventory, words),
  ];
  for (const line of lines) terminal.out(wrapped(line, terminal.columns, '  '));
  if (sections.some((name) => inventory[name].gaps.some((gap) => gap.needsAdministrator)))
    terminal.out(wrapped(t('terminal.gaps.needAdministrator'), terminal.columns, '  '));
}

/** What is wrong with the source itself, each sentence once. */
function damage(inventory: Inventory, words: Translator): ReadonlySet<string> {
  const gaps = readableSections(inventory).flatMap((name) => inventory[name].gaps);
  const damaged = gaps.filter(({ reason }) => reason === 'truncated' || reason === 'corrupt');
  return new Set(
    damaged.map(({ subject, detail }) =>
      words.t('terminal.gaps.damaged', {
        subject: wordsOf(subject, words),
        detail: wordsOf(detail, words),
      }),
    ),
  );
}
