import type { Protection } from '../../../shared/domain/protection/protection.ts';
import { verdictTones } from '../../../shared/domain/protection/verdict-tones.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { styled, toneStyles } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** The verdict with its reasons and every disagreement; with `sources` also what each source says. */
export function showProtection(
  terminal: Terminal,
  words: Translator,
  protection: Protection,
  options: { readonly sources?: boolean } = {},
): void {
  const { verdict, products, reasons, disagreements } = protection;
  const { t, list, render } = words;
  const names = products.length > 0 ? ` (${list(products)})` : '';
  const line = `${t('report.label.protection')}: ${t(`verdict.${verdict}`)}`;
  terminal.out(styled(terminal, toneStyles[verdictTones[verdict]], line + names));
  for (const reason of reasons)
    terminal.out(`  · ${wrapped(render(reason), terminal.columns, '    ')}`);
  for (const disagreement of disagreements) {
    const mark = styled(terminal, 'yellow', `${t('report.label.disagreement')}:`);
    terminal.out(`  ${mark} ${wrapped(render(disagreement), terminal.columns, '    ')}`);
  }
  if (options.sources === true) showSources(terminal, words, protection);
}

function showSources(terminal: Terminal, words: Translator, { sources }: Protection): void {
  const { t } = words;
  if (sources.length > 0) terminal.out(styled(terminal, 'bold', `${t('report.label.sources')}:`));
  for (const { source, answer, detail } of sources) {
    terminal.out(`  ${t(`protection.source.${source}`)}: ${t(`sourceAnswer.${answer}`)}`);
    terminal.out(`      ${wrapped(words.sentences(detail), terminal.columns, '      ')}`);
  }
}
