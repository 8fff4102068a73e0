import type { Translator } from '../../../shared/words/translator.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** Says of a practice computer that it is one, before anything is said about it. */
export function showPractice(
  terminal: Terminal,
  { t }: Translator,
  { practice }: { readonly practice?: string | true },
): void {
  if (practice === undefined) return;
  const mark = styled(terminal, 'cyan', `${t('banner.practice')}:`);
  terminal.out(wrapped(`${mark} ${t('banner.practiceNote')}`, terminal.columns, ''));
}
