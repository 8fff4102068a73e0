import {
  whoCanChange,
  whyOff,
  type ReactivationPlan,
} from '../../../shared/domain/protection/reactivation.ts';
import type { TakenStep } from '../../../shared/domain/plan/step.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { stepTitle } from './step-title.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Why Microsoft Defender does not protect, who can change that, and what Cutover would do. */
export function showReactivationPlan(
  terminal: Terminal,
  words: Translator,
  plan: ReactivationPlan,
): void {
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
  plan.steps.forEach((step, index) => terminal.out(`  ${index + 1}. ${stepTitle(step, words)}`));
}

export function showTaken(
  terminal: Terminal,
  words: Translator,
  taken: readonly TakenStep[],
): void {
  for (const { step, result } of taken) {
    const isDone = result.outcome === 'done';
    const word = isDone
      ? styled(terminal, 'green', words.t('reactivate.done'))
      : styled(terminal, 'red', words.t('reactivate.notDone'));
    const text = `${stepTitle(step, words)}: ${words.sentences(result.message)}`;
    terminal.out(`  ${word}  ${wrapped(text, terminal.columns, '  ')}`);
  }
}
