import type {
  LiveCheckResult,
  ProbeOutcome,
} from '../../../shared/domain/protection/live-check.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { wordsOf, type Said } from './said.ts';
import { styled, type Style } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const styles: Readonly<Record<ProbeOutcome, Style>> = {
  detected: 'green',
  notDetected: 'yellow',
  couldNotTest: 'yellow',
};

/** What the two harmless samples brought to light, and what that does not mean. */
export function showLiveCheck(
  terminal: Terminal,
  words: Translator,
  { amsi, eicar }: LiveCheckResult,
): void {
  const { t } = words;
  terminal.out(styled(terminal, 'bold', t('terminal.liveCheck.title')));
  showProbe(terminal, words, t('liveCheck.script'), amsi);
  showProbe(terminal, words, t('liveCheck.file'), eicar);
  if (!eicar.cleanedUp) terminal.out(`  ${t('liveCheck.fileLeft')} ${eicar.file}`);
  if (amsi.outcome !== 'detected' && eicar.outcome !== 'detected')
    terminal.out(`  ${wrapped(t('terminal.liveCheck.notShown'), terminal.columns, '  ')}`);
}

function showProbe(
  terminal: Terminal,
  words: Translator,
  name: string,
  { outcome, detail }: { readonly outcome: ProbeOutcome; readonly detail: Said },
): void {
  const word = styled(terminal, styles[outcome], words.t(`liveCheck.outcome.${outcome}`));
  const says = wrapped(`${name}: ${wordsOf(detail, words)}`, terminal.columns, '    ');
  terminal.out(`  ${word}  ${says}`);
}
