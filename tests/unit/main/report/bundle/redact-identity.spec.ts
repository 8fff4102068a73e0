import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { placesOfNames } from '../../../../../src/main/report/bundle/places-of-names.ts';
import { IdentityRedactor } from '../../../../../src/main/report/bundle/redact-identity.ts';
import type { Name } from '../../../../../src/main/report/bundle/spellings.ts';

const known = [
  { kind: 'computer', name: 'OFFICE-0417' },
  { kind: 'person', name: 'marta' },
  { kind: 'organization', name: 'Müller GmbH' },
] as const;

function redactedAll(texts: readonly string[], names: readonly Name[] = known): readonly string[] {
  const redactor = new IdentityRedactor(names);
  for (const text of texts) redactor.learn(text);
  for (const text of texts) redactor.learnAccounts(text);
  return texts.map((text) => redactor.redact(text));
}

function redacted(text: string): string {
  return redactedAll([text]).join('');
}

describe('what is personal', () => {
  it.each([
    ['a computer', 'on OFFICE-0417 today', 'on [computer-1] today'],
    ['a computer in small letters', 'host=office-0417', 'host=[computer-1]'],
    ['a known person', 'MARTA signed in', '[person-1] signed in'],
    [
      'a person in a path',
      String.raw`C:\Users\Olga.K\AppData`,
      String.raw`C:\Users\[person-1]\AppData`,
    ],
    [
      'a person in a path in JSON',
      String.raw`"C:\\Users\\Olga K\\x", "Olga K"`,
      String.raw`"C:\\Users\\[person-1]\\x", "[person-1]"`,
    ],
    ['a person on Linux', '/home/olga/.local', '/home/[person-1]/.local'],
    ['a customer', 'for Müller GmbH.', 'for [organization-1].'],
    ['a mail address', 'write to olga.k@example.org!', 'write to [mail-1]!'],
    ['an IPv4 address', 'server 10.20.30.40:13000', 'server [address-1]:13000'],
    ['an IPv6 address', 'from 2001:db8:0:1:1:1:1:1 on', 'from [address-1] on'],
    ['a short IPv6 address', 'from fe80::1ff:fe23:4567:890a%12 on', 'from [address-1] on'],
    ['a network card', 'mac 00-1B-44-11-3A-B7', 'mac [mac-1]'],
    ['a user id', 'S-1-5-21-1004336348-1177238915-682003330-1001', '[sid-1]'],
    ['an activation code', 'code ABCDE-FGHIJ-KLMNO-12345', 'code [key-1]'],
    ['a product key', 'key W269N-WFGWX-YVC9B-4J6C9-T83GX', 'key [key-1]'],
    ['a serial number', '"serialNumber": "PF2ABCD1"', '"serialNumber": "[serial-1]"'],
    ['a server', 'ksc01.office.corp:13291', '[server-1]:13291'],
    ['a server of the world', 'ksc01.contoso.com:13291', '[server-1]:13291'],
    ['a server of a domain in an address', 'https://files.acme.example/x', 'https://[server-1]/x'],
    [
      'a share',
      String.raw`Source \\fs01\kav$\kes.msi; fs01`,
      String.raw`Source \\[server-1]\[share-1]\kes.msi; [server-1]`,
    ],
    [
      'a domain account',
      String.raw`User CORP\zoe; zoe of CORP`,
      String.raw`User [organization-1]\[person-1]; [person-1] of [organization-1]`,
    ],
    [
      'a profile that is named after its domain',
      String.raw`C:\Users\zoe.CORP\x: zoe, CORP\ann`,
      String.raw`C:\Users\[person-1]\x: [person-1], [organization-1]\[person-2]`,
    ],
    [
      'an account of a domain that is known',
      'ann@CORP USERDOMAIN=CORP',
      '[person-1]@[organization-1] USERDOMAIN=[organization-1]',
    ],
    [
      'a profile elsewhere',
      String.raw`D:\Profiles\bob\x and bob`,
      String.raw`D:\Profiles\[person-1]\x and [person-1]`,
    ],
    [
      'a profile on a share',
      String.raw`\\fs01\profiles$\bob\x`,
      String.raw`\\[server-1]\[share-1]\[person-1]\x`,
    ],
    [
      'a person of one letter where a name stands',
      String.raw`C:\Users\J\x J`,
      String.raw`C:\Users\[person-1]\x J`,
    ],
    [
      'a person before a number and an underscore',
      'marta2024.docx marta_old',
      '[person-1]2024.docx [person-1]_old',
    ],
    ['a mail address beyond ASCII', 'марта@пример.рф', '[mail-1]'],
    ['who signed in', 'LogonUser = Zoe Ray; by Ray', 'LogonUser = [person-1]; by [person-1]'],
    [
      'a folder of a company',
      String.raw`C:\x\OneDrive - Contoso Ltd\y, Contoso`,
      String.raw`C:\x\OneDrive - [organization-1]\y, [organization-1]`,
    ],
    [
      'the number of an installation',
      'MachineGuid 4c4c4544-0042-3510-8054-b7c04f564433',
      'MachineGuid [device-1]',
    ],
    ['an activation code in small letters', 'abcd1-efgh2-ijkl3-mnop4', '[key-1]'],
    ['a telephone', 'call +49 170 1234567', 'call [phone-1]'],
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
    [
      'a place of a program',
      String.raw`C:\Program Files\Kaspersky Lab\Kaspersky Internet Security 2011\avp.exe`,
    ],
    ['a key', String.raw`HKLM\SOFTWARE\KasperskyLab\KES10SP1\Data and KES10SP1\Data`],
    ['a place of a browser', String.raw`C:\x\User Data\Default`],
    ['a device', String.raw`USB\VID_046D&PID_C52B HID\VID_045E`],
    [
      'accounts of services',
      String.raw`NT AUTHORITY\SYSTEM NT SERVICE\avp BUILTIN\Administrators LocalSystem`,
    ],
    [
      'servers of the vendor',
      'https://support.kaspersky.com download.windowsupdate.com support@kaspersky.com',
    ],
    ['a program that may be a host name', String.raw`Kaspersky Lab\avp.com`],
    ['a finding', 'kaspersky-password-manager@{d0e6b1c4-27f9-4c35-b6a8-1f4e93c7a258}'],
  ])('nothing else is: %s', (_what, text) => {
    expect(redacted(text)).toBe(text);
  });

  it('becomes the same in every text, so that texts can be compared', () => {
    const texts = [String.raw`C:\Users\Olga\a`, 'olga and Olga and 10.0.0.1', '10.0.0.1'];
    expect(redactedAll(texts)).toEqual([
      String.raw`C:\Users\[person-1]\a`,
      '[person-1] and [person-1] and [address-1]',
      '[address-1]',
    ]);
  });

  it('takes a long hostile line without delay', () => {
    // In quadratic time this would outlast every time limit.
    const line = `${'a.'.repeat(100_000)}@${'1:'.repeat(100_000)}${'A1B2C-'.repeat(40_000)}`;
    expect(redacted(line).length).toBeLessThanOrEqual(line.length);
  });

  it('is known in every spelling', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...spellings), (name, spelled) => {
        const [text = ''] = redactedAll(
          [`before ${spelled(name)}, (${spelled(name)})_${spelled(name)}7`],
          [{ kind: 'person', name }],
        );
        expect(text).toBe('before [person-1], ([person-1])_[person-1]7');
      }),
      { numRuns: 500 },
    );
  });

  it('is left where it is what the bundle is about, and goes where a name stands', () => {
    const text = String.raw`Kaspersky at C:\Users\Kaspersky\x, lab of Kaspersky Lab`;
    expect(redactedAll([text], [{ kind: 'person', name: 'lab' }])).toEqual([
      String.raw`Kaspersky at C:\Users\[person-1]\x, [person-2] of Kaspersky Lab`,
    ]);
  });

  it('is found among three thousand names with one look a word', () => {
    const names = Array.from({ length: 3000 }, (_, n) => ({
      kind: 'person' as const,
      name: `Anna Maria ${wordOf(n)} of ${wordOf(n * 7)}`,
    }));
    const redactor = new IdentityRedactor(names);
    const line = 'Anna Maria copies 7 files; anna wrote to Bert, Anna Maria qx of C:\\a\\b.dll\n';
    const looksAt = (times: number): number =>
      countingLooks(() => void redactor.redact(line.repeat(times)));
    looksAt(1);
    const looks = [10, 100, 1000].map((times) => looksAt(times) / times);
    // The same work for each line, and not more than a few looks for each of its 40 words and signs.
    expect([new Set(looks).size, Math.max(...looks) < 120]).toEqual([1, true]);
  });

  it('is looked for only with repetitions that have an end', () => {
    const endless = placesOfNames
      .map(({ source }) =>
        source.replaceAll(/\\(?:p\{\w+\}|.)/gu, 'x').replaceAll(/\[[^\]]*\]/g, 'x'),
      )
      .filter((source) => /[*+]|\{\d+,\}/.test(source));
    expect(endless).toEqual([]);
  });
});

/** How often a map is asked while something runs. */
function countingLooks(run: () => void): number {
  const asked = vi.spyOn(Map.prototype, 'get');
  try {
    run();
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

function wordOf(number: number): string {
  return [...number.toString(26).padStart(3, '0')]
    .map((digit) => String.fromCodePoint(97 + Number.parseInt(digit, 26)))
    .join('');
}

/** As people are called, in several writings, and long enough not to be a word of the sentence. */
const anyName = fc
  .array(
    fc.oneof(
      ...[
        'abcdefghijklmnop',
        'àéîõüßçñøł',
        'авгджзйёъ',
        'αβγδέςώ',
        '李明王小红',
        'かきくけ',
        'אבגד',
      ].map((letters) =>
        fc
          .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 12 })
          .map((signs) => `q${signs.join('')}`),
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));

const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFC'),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase().normalize('NFD'),
  (name) => encodeURIComponent(name),
  (name) => encodeURIComponent(name.normalize('NFD')).toLowerCase(),
  (name) =>
    name.replaceAll(
      /[^\x20-\x7E]/g,
      (sign) => String.raw`\u` + sign.charCodeAt(0).toString(16).padStart(4, '0'),
    ),
];
