import type { Danger } from '../../../shared/domain/plan/danger.ts';
import { toldTogether } from '../../../shared/words/danger-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** What hurts by being there, before everything else. */
export function showDangers(
  terminal: Terminal,
  words: Translator,
  dangers: readonly Danger[],
): void {
  for (const { severity, titles, explanation, advice, late } of toldTogether(dangers, words)) {
    const word = styled(terminal, 'red', `${words.t(`dangerSeverity.${severity}`)}:`);
    for (const title of titles)
      terminal.out(wrapped(`${word} ${styled(terminal, 'bold', title)}`, terminal.columns, '  '));
    terminal.out(`  ${wrapped(explanation, terminal.columns, '  ')}`);
    terminal.out(`  → ${wrapped(advice, terminal.columns, '    ')}`);
    if (late !== null) terminal.out(`    ${wrapped(late, terminal.columns, '    ')}`);
  }
  if (dangers.length > 0) terminal.out('');
}
