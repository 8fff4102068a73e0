import type { Protection, ProtectionVerdict } from '../../../shared/protection.ts';
import { styled, wrapped, type Style } from './style.ts';
import type { Terminal } from './terminal.ts';

const verdicts: Readonly<Record<ProtectionVerdict, { text: string; style: Style }>> = {
  protected: { text: 'Another antivirus protects this computer.', style: 'green' },
  signaturesOld: {
    text: 'Another antivirus is on, but its virus definitions are old.',
    style: 'yellow',
  },
  notProtecting: {
    text: 'Another antivirus is installed, but it is not protecting right now.',
    style: 'red',
  },
  onlyKaspersky: { text: 'Only Kaspersky protects this computer.', style: 'yellow' },
  unprotected: { text: 'No antivirus protects this computer.', style: 'red' },
  cannotTell: {
    text: 'It cannot be told whether another antivirus protects this computer.',
    style: 'yellow',
  },
};

export function showProtection(terminal: Terminal, protection: Protection): void {
  const { text, style } = verdicts[protection.verdict];
  const names = protection.products.length > 0 ? ` (${protection.products.join(', ')})` : '';
  terminal.out(styled(terminal, style, `Protection: ${text}${names}`));
  for (const reason of protection.reasons)
    terminal.out(`  · ${wrapped(reason, terminal.columns, '    ')}`);
}
