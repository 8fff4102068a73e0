import type {
  Protection,
  ProtectionVerdict,
  SourceAnswer,
} from '../../../shared/domain/protection.ts';
import { verdictTones } from '../../../shared/domain/tones.ts';
import { english } from '../../../shared/words/english.ts';
import { styled, toneStyles } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const verdictWords: Readonly<Record<ProtectionVerdict, string>> = {
  protected: 'Another antivirus protects this computer.',
  signaturesOld: 'Another antivirus is on, but its virus definitions are old.',
  notProtecting: 'Another antivirus is installed, but it is not protecting right now.',
  onlyKaspersky: 'Only Kaspersky protects this computer.',
  unprotected: 'No antivirus protects this computer.',
  cannotTell: 'It cannot be told whether another antivirus protects this computer.',
};

const answerWords: Readonly<Record<SourceAnswer, string>> = {
  protects: 'yes',
  doesNotProtect: 'no',
  unknown: '?',
  notThere: '–',
};

/** The verdict with its reasons and every disagreement; with `sources` also what each source says. */
export function showProtection(
  terminal: Terminal,
  protection: Protection,
  options: { readonly sources?: boolean } = {},
): void {
  const { verdict } = protection;
  const names = protection.products.length > 0 ? ` (${protection.products.join(', ')})` : '';
  terminal.out(
    styled(
      terminal,
      toneStyles[verdictTones[verdict]],
      `Protection: ${verdictWords[verdict]}${names}`,
    ),
  );
  for (const reason of protection.reasons)
    terminal.out(`  · ${wrapped(english.render(reason), terminal.columns, '    ')}`);
  for (const each of protection.disagreements) {
    const mark = styled(terminal, 'yellow', 'Disagreement:');
    terminal.out(`  ${mark} ${wrapped(english.render(each), terminal.columns, '    ')}`);
  }
  if (options.sources === true && protection.sources.length > 0) showSources(terminal, protection);
}

function showSources(terminal: Terminal, { sources }: Protection): void {
  terminal.out(styled(terminal, 'bold', 'What each source says (yes: it protects):'));
  for (const { source, answer, detail } of sources) {
    terminal.out(`  ${answerWords[answer].padEnd(4)}${english.t(`protection.source.${source}`)}`);
    terminal.out(`      ${wrapped(english.sentences(detail), terminal.columns, '      ')}`);
  }
}
