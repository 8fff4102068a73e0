import { describe, expect, it } from 'vitest';
import { hostsEntriesIn } from '../../../../../../../src/main/machine/sources/windows/network/hosts-entries.ts';

const domains = ['kaspersky.com', 'update.microsoft.com'];

const linesOf = (text: string) =>
  hostsEntriesIn(text, domains).items.map(({ address, names }) => `${address} ${names.join(' ')}`);

describe('hostsEntriesIn', () => {
  it('tells which lines send a name of the vendor or of Windows where, and no other names', () => {
    expect(
      linesOf(
        '# 127.0.0.1 kaspersky.com\r\n127.0.0.1 localhost\r\n\t0.0.0.0\tads.example DNL-01.kaspersky.com # x\r\n::1 fe2.update.microsoft.com kaspersky.com\r\n',
      ),
    ).toEqual(['0.0.0.0 dnl-01.kaspersky.com', '::1 fe2.update.microsoft.com kaspersky.com']);
  });

  it.each([
    '127.0.0.1 mykaspersky.com',
    '127.0.0.1 kaspersky.com.example',
    '127.0.0.1 microsoft.com',
    '127.0.0.1 intranet.acme.example',
    'kaspersky.com',
    '#127.0.0.1 kaspersky.com',
    '',
  ])('records nothing of “%s”', (text) => {
    expect(hostsEntriesIn(text, domains)).toEqual({ state: 'empty', items: [], gaps: [] });
  });

  it('stops at a thousand lines and says so', () => {
    const { state, items, gaps } = hostsEntriesIn('0.0.0.0 kaspersky.com\n'.repeat(1_001), domains);

    expect([state, items.length, gaps.map(({ reason }) => reason)]).toEqual([
      'partial',
      1_000,
      ['truncated'],
    ]);
  });
});
