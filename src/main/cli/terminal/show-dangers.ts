import type { Danger } from '../../../shared/domain/plan/danger.ts';
import type { Plan } from '../../../shared/domain/plan/plan.ts';
import { toldTogether } from '../../../shared/words/danger-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import type { PlanPart } from './show-plan.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** What hurts by being there, before everything else; with a plan also what of it a step mends. */
export function showDangers(
  terminal: Terminal,
  words: Translator,
  dangers: readonly Danger[],
  plan: Plan | null,
  part: PlanPart = 'whole',
): void {
  for (const together of toldTogether(dangers, words)) {
    const { severity, titles, explanation, advice, late } = together;
    const word = styled(terminal, 'red', `${words.t(`dangerSeverity.${severity}`)}:`);
    for (const title of titles)
      terminal.out(wrapped(`${word} ${styled(terminal, 'bold', title)}`, terminal.columns, '  '));
    terminal.out(`  ${wrapped(explanation, terminal.columns, '  ')}`);
    const mending = mendingWords(together, plan, part, words);
    if (mending !== null) terminal.out(`  → ${wrapped(mending, terminal.columns, '    ')}`);
    terminal.out(`  → ${wrapped(advice, terminal.columns, '    ')}`);
    if (late !== null) terminal.out(`    ${wrapped(late, terminal.columns, '    ')}`);
  }
  if (dangers.length > 0) terminal.out('');
}

function mendingWords(
  { severity, dangers }: Pick<ReturnType<typeof toldTogether>[number], 'severity' | 'dangers'>,
  plan: Plan | null,
  part: PlanPart,
  { t }: Translator,
): string | null {
  if (plan === null) return null;
  if (part === 'beginning') return t('terminal.danger.tried');
  const isEach = dangers.every((danger) => isMended(danger, plan));
  return isEach ? t('terminal.danger.mended', { severity }) : null;
}

/** A plan that cleans up has a step for each danger, or says why it has none. */
function isMended({ id, seenIn }: Danger, { steps, notRepaired }: Plan): boolean {
  const isLeft = notRepaired.some(
    (each) =>
      each.danger === id && each.seenIn.kind === seenIn.kind && each.seenIn.ref === seenIn.ref,
  );
  return !isLeft && steps.some(({ about }) => about.kind === 'danger' && about.danger === id);
}
