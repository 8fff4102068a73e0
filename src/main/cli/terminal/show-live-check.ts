import type { LiveCheckResult, ProbeOutcome } from '../../../shared/domain/live-check.ts';
import { styled, type Style } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const outcomes: Readonly<Record<ProbeOutcome, { word: string; style: Style }>> = {
  detected: { word: 'blocked', style: 'green' },
  notDetected: { word: 'not blocked', style: 'yellow' },
  couldNotTest: { word: 'could not be tested', style: 'yellow' },
};

/** What the two harmless samples brought to light, and what that does not mean. */
export function showLiveCheck(terminal: Terminal, { amsi, eicar }: LiveCheckResult): void {
  terminal.out(styled(terminal, 'bold', 'The live check with harmless samples:'));
  showProbe(terminal, 'The sample for scripts', amsi);
  showProbe(terminal, 'The test file', eicar);
  if (!eicar.cleanedUp) terminal.out(`  The test file could not be deleted: ${eicar.file}`);
  if (amsi.outcome !== 'detected' && eicar.outcome !== 'detected')
    terminal.out(`  ${wrapped(notShown, terminal.columns, '  ')}`);
}

const notShown =
  'Nothing was blocked. That is no proof against the antivirus: the sample for scripts is Microsoft’s own, and ' +
  'some products ignore the test file on purpose. Its protection is not demonstrated.';

function showProbe(
  terminal: Terminal,
  name: string,
  probe: { readonly outcome: ProbeOutcome; readonly detail: string },
): void {
  const { word, style } = outcomes[probe.outcome];
  terminal.out(
    `  ${styled(terminal, style, word)}  ${wrapped(`${name}: ${probe.detail}`, terminal.columns, '    ')}`,
  );
}
