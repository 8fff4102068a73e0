import type { Plan } from '../../../shared/domain/plan/plan.ts';
import type { State } from '../../../shared/domain/state/state.ts';
import { dangerWords } from '../../../shared/words/danger-words.ts';
import { sentencesAfterDangers } from '../../../shared/words/state-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { showDangers } from './show-dangers.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Everything about what hurts, and the one answer about a machine. */
export function showState(terminal: Terminal, words: Translator, state: State, plan: Plan): void {
  showDangers(terminal, words, state.dangers, plan);
  const said = words.sentences(sentencesAfterDangers(state));
  const settles = state.restart?.settles ?? [];
  if (said !== '') terminal.out(wrapped(styled(terminal, 'bold', said), terminal.columns, ''));
  showSettled(terminal, words, settles);
  if (said !== '' || settles.length > 0) terminal.out('');
}

/** What nobody has to do anything about before the restart. */
function showSettled(terminal: Terminal, words: Translator, settles: State['dangers']): void {
  if (settles.length === 0) return;
  terminal.out(words.t('state.afterRestart'));
  for (const danger of settles)
    terminal.out(`  · ${wrapped(dangerWords(danger, words).title, terminal.columns, '    ')}`);
}
