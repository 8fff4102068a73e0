import type { WayOut } from '../../../shared/domain/plan/way-out.ts';
import { places } from '../../../shared/domain/run/next-ways.ts';
import { nameWords } from '../../../shared/words/name-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { visible } from '../../report/visible.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** For each product whose removal leads no further by itself, why that is, and what is left to do, in order. */
export function showWaysOut(terminal: Terminal, words: Translator, all: readonly WayOut[]): void {
  if (all.length === 0) return;
  const { t } = words;
  terminal.out(styled(terminal, 'bold', t('waysOut.title')));
  for (const { name, obstacle, ways } of all) {
    const why = `– ${visible(nameWords(name, words))}: ${t(`obstacle.${obstacle}`)}`;
    terminal.out(`  ${wrapped(why, terminal.columns, '    ')}`);
    ways.forEach((way, index) => {
      const { command } = places[way];
      const line = `${index + 1}. ${t(`nextStep.${way}`)}`;
      const says = command === null ? line : `${line} (${command})`;
      terminal.out(`    ${wrapped(says, terminal.columns, '       ')}`);
    });
  }
  terminal.out(`  ${wrapped(t('waysOut.lawful'), terminal.columns, '  ')}`);
}
