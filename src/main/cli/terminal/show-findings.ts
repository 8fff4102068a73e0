import type { Confidence, Evidence, Finding } from '../../../shared/domain/finding.ts';
import { english } from '../../../shared/words/english.ts';
import { styled } from './style.ts';
import type { Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

const confidenceWords: Readonly<Record<Confidence, string>> = {
  proven: 'certain',
  likely: 'likely',
  hint: 'only a hint',
};

const familyWords: Readonly<Record<Finding['family'], string>> = {
  antivirus: 'antivirus',
  endpoint: 'business antivirus',
  edr: 'detection agent',
  agent: 'management agent',
  vpn: 'VPN',
  passwordManager: 'password manager',
  childSafety: 'child safety',
  server: 'server antivirus',
  management: 'management console or server',
  scanner: 'scanner',
  successor: 'successor product',
  embeddedEngine: 'Kaspersky engine inside another brand',
  other: 'other Kaspersky product',
};

/** Every finding with how it is known. */
export function showFindings(terminal: Terminal, findings: readonly Finding[]): void {
  if (findings.length === 0) {
    terminal.out('No Kaspersky product was found.');
    return;
  }
  for (const finding of findings) showFinding(terminal, finding);
}

const order: readonly Evidence['strength'][] = ['proof', 'support', 'hint'];

function showFinding(terminal: Terminal, finding: Finding): void {
  const version = finding.version === null ? '' : ` ${finding.version}`;
  const state = finding.state === 'installed' ? '' : `, ${finding.state}`;
  const facts = `${familyWords[finding.family]}${state}, ${confidenceWords[finding.confidence]}`;
  terminal.out(`  ${styled(terminal, 'bold', finding.name + version)}  (${facts})`);
  terminal.out(`    ${styled(terminal, 'dim', `choose it with: ${finding.productId}`)}`);
  const evidence = finding.evidence.toSorted(
    (a, b) => order.indexOf(a.strength) - order.indexOf(b.strength),
  );
  for (const { says } of evidence.slice(0, 6))
    terminal.out(`    · ${wrapped(english.render(says), terminal.columns, '      ')}`);
  if (finding.evidence.length > 6)
    terminal.out(`    · and ${finding.evidence.length - 6} more signs (all with --json)`);
}
