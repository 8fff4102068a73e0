import { whoCanChange, whyOff, type RestorePlan } from '../../../shared/domain/restore.ts';
import type { RestoreStepResult } from '../../../shared/domain/record.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { wordsOf } from './said.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Why Microsoft Defender does not protect, who can change that, and what Cutover would do. */
export function showRestorePlan(terminal: Terminal, words: Translator, plan: RestorePlan): void {
  const { t } = words;
  if (plan.causes.length > 0) {
    terminal.out('');
    terminal.out(styled(terminal, 'bold', `${t('page.protection.inTheWay')}:`));
  }
  for (const cause of plan.causes) {
    terminal.out(`  · ${wrapped(words.render(whyOff(cause)), terminal.columns, '    ')}`);
    const who = words.sentences(whoCanChange(cause));
    if (who !== '') terminal.out(`    → ${wrapped(who, terminal.columns, '      ')}`);
  }
  if (plan.steps.length === 0) return;
  terminal.out(styled(terminal, 'bold', t('terminal.protection.cutoverCan')));
  plan.steps.forEach(({ title }, index) =>
    terminal.out(`  ${index + 1}. ${wordsOf(title, words)}`),
  );
}

export function showRestored(
  terminal: Terminal,
  words: Translator,
  restored: readonly RestoreStepResult[],
): void {
  for (const { title, done, message } of restored) {
    const word = done
      ? styled(terminal, 'green', words.t('reactivate.done'))
      : styled(terminal, 'red', words.t('reactivate.notDone'));
    const text = `${wordsOf(title, words)}: ${wordsOf(message, words)}`;
    terminal.out(`  ${word}  ${wrapped(text, terminal.columns, '  ')}`);
  }
}
