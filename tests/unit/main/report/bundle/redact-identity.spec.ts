import { describe, expect, it } from 'vitest';
import { IdentityRedactor } from '../../../../../src/main/report/bundle/redact-identity.ts';

const known = {
  computers: ['OFFICE-0417'],
  people: ['marta'],
  organization: [],
  devices: [],
  others: ['Müller GmbH'],
};

function redacted(text: string): string {
  return new IdentityRedactor(known, [text]).redact(text);
}

describe('what is personal', () => {
  it.each([
    ['a computer', 'on OFFICE-0417 today', 'on [computer-1] today'],
    ['a computer in small letters', 'host=office-0417', 'host=[computer-1]'],
    ['a known person', 'MARTA signed in', '[user-1] signed in'],
    [
      'a person in a path',
      String.raw`C:\Users\Olga.K\AppData`,
      String.raw`C:\Users\[user-1]\AppData`,
    ],
    [
      'a person in a path in JSON',
      String.raw`"C:\\Users\\Olga K\\x", "Olga K"`,
      String.raw`"C:\\Users\\[user-1]\\x", "[user-1]"`,
    ],
    ['a person on Linux', '/home/olga/.local', '/home/[user-1]/.local'],
    ['a customer', 'for Müller GmbH.', 'for [person-1].'],
    ['a mail address', 'write to olga.k@example.org!', 'write to [mail-1]!'],
    ['an IPv4 address', 'server 10.20.30.40:13000', 'server [address-1]:13000'],
    ['an IPv6 address', 'from 2001:db8:0:1:1:1:1:1 on', 'from [address-1] on'],
    ['a short IPv6 address', 'from fe80::1ff:fe23:4567:890a%12 on', 'from [address-1] on'],
    ['a network card', 'mac 00-1B-44-11-3A-B7', 'mac [mac-1]'],
    ['a user id', 'S-1-5-21-1004336348-1177238915-682003330-1001', '[sid-1]'],
    ['an activation code', 'code ABCDE-FGHIJ-KLMNO-12345', 'code [key-1]'],
    ['a product key', 'key W269N-WFGWX-YVC9B-4J6C9-T83GX', 'key [key-1]'],
    ['a serial number', '"serialNumber": "PF2ABCD1"', '"serialNumber": "[serial-1]"'],
    ['a server', 'ksc01.office.corp:13291', '[host-1]:13291'],
  ])('is taken out: %s', (_what, text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    ['a version in JSON', '"version": "12.1.0.506"'],
    ['a version in words', 'Version 14.2.0.26'],
    ['a version with a large part', 'Kaspersky 21.19.7.527'],
    ['a product code', '{3C1F9A52-6E0B-4D77-9A41-5B8E21A0C719}'],
    ['the accounts of Windows', String.raw`C:\Users\Public\Desktop and S-1-5-18`],
    ['a maximum, although somebody is called marta', 'martaban smartaleck'],
    ['a time', '2026-11-23T17:15:00.000Z'],
    ['a run', '20261123-171500-k3f9'],
    ['a checksum', 'de:adbeef'],
  ])('nothing else is: %s', (_what, text) => {
    expect(redacted(text)).toBe(text);
  });

  it('becomes the same in every text, so that texts can be compared', () => {
    const texts = [String.raw`C:\Users\Olga\a`, 'olga and Olga and 10.0.0.1', '10.0.0.1'];
    const redactor = new IdentityRedactor(known, texts);
    expect(texts.map((text) => redactor.redact(text))).toEqual([
      String.raw`C:\Users\[user-1]\a`,
      '[user-1] and [user-1] and [address-1]',
      '[address-1]',
    ]);
  });

  it('takes a long hostile line without delay', () => {
    // In quadratic time this would outlast every time limit.
    const line = `${'a.'.repeat(500_000)}@${'1:'.repeat(500_000)}${'A1B2C-'.repeat(200_000)}`;
    expect(redacted(line).length).toBeLessThanOrEqual(line.length);
  });
});
