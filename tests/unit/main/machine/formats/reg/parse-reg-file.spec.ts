import { message } from '../../../../../../src/shared/domain/message.ts';
import { describe, expect, it } from 'vitest';
import {
  parseRegFile,
  type RegFileOutcome,
} from '../../../../../../src/main/machine/formats/reg/parse-reg-file.ts';
import type { Registry } from '../../../../../../src/main/machine/registry/registry.ts';
import { encodeRegFile, type RegFileEncoding } from '../../../../../support/reg-writer.ts';

const head = 'Windows Registry Editor Version 5.00\r\n\r\n';
const base = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\V]';

function parse(text: string, encoding: RegFileEncoding = 'utf16le') {
  return parseRegFile(encodeRegFile(text, encoding));
}

function whole(outcome: RegFileOutcome): Extract<RegFileOutcome, { ok: true }> {
  if (!outcome.ok) throw new Error(outcome.message.id);
  return outcome;
}

/** Name to data of one key. */
function dataOf(registry: Registry, path = 'HKLM\\SOFTWARE\\V'): Record<string, unknown> {
  const read = registry.readKey(path);
  if (!read.found) throw new Error(`${path} is not there`);
  return Object.fromEntries([...read.value.values.values()].map(({ name, data }) => [name, data]));
}

/** The values of one key whose lines are given. */
function values(...lines: string[]): Record<string, unknown> {
  const { registry, problems } = whole(parse([`${head}${base}`, ...lines, '', ''].join('\r\n')));
  expect(problems).toEqual([]);
  return dataOf(registry);
}

const one = (key: string) => `\uFEFF${head}[HKLM\\${key}]\r\n"x"="${key}"\r\n\r\n`;

const old = (codes: string) =>
  Buffer.from(
    `REGEDIT4\r\n\r\n[HKLM\\A]\r\n"n"="${codes}"\r\n"e"=hex(2):25,e4,25,00\r\n"l"=hex(7):e4,00,62,00,00\r\n\r\n`,
    'latin1',
  );

describe('parseRegFile', () => {
  it.each<RegFileEncoding>(['utf16le', 'utf16be', 'utf8', 'utf8WithMark'])(
    'reads names and texts in any language from %s',
    (encoding) => {
      const text = `${head}${base}\r\n"Имя"="Антивирус 日本 ü"\r\n\r\n`;
      expect(dataOf(whole(parse(text, encoding)).registry)).toEqual({ Имя: 'Антивирус 日本 ü' });
    },
  );

  it.each(['utf16le', 'utf16be'] as const)('reads %s that lost its byte order mark', (encoding) => {
    const bytes = encodeRegFile(`${head}${base}\r\n"a"="ü"\r\n\r\n`, encoding).subarray(2);
    expect(dataOf(whole(parseRegFile(bytes)).registry)).toEqual({ a: 'ü' });
  });

  it('reads every way of writing a value', () => {
    expect(
      values(
        '; a comment',
        '@="default"',
        '"text"="C:\\\\a \\"b\\""',
        '"empty"=""',
        '"number"=dword:0000000a',
        '"bytes"=hex:01,fe',
        '"nothing"=hex:',
        '"none"=hex(0):',
        '"text2"=hex(1):61,00,00,00',
        '"expand"=hex(2):25,00,41,00,25,00,00,00',
        '"oddNumber"=hex(4):01,02',
        '"list"=hex(7):61,00,00,00,62,00,00,00,00,00',
        '"long"=hex(b):01,00,00,00,00,00,00,00',
        '"other"=hex(a):01',
        '  "blanks"  =  "x"  ; said why',
        '"upper"=HEX:AA',
      ),
    ).toEqual({
      '': 'default',
      text: 'C:\\a "b"',
      empty: '',
      number: 10,
      bytes: new Uint8Array([1, 254]),
      nothing: new Uint8Array(),
      none: new Uint8Array(),
      text2: 'a',
      expand: '%A%',
      oddNumber: new Uint8Array([1, 2]),
      list: ['a', 'b'],
      long: 1n,
      other: new Uint8Array([1]),
      blanks: 'x',
      upper: new Uint8Array([0xaa]),
    });
  });

  it('reads bytes over several lines and texts with line breaks', () => {
    expect(
      values(
        '"bytes"=hex:01,02,\\',
        '  03,\\',
        '  04',
        '"start"=hex:\\',
        '  05',
        '"text"="a',
        '[HKEY_LOCAL_MACHINE\\Fake]',
        '"',
        '"last"="x"',
      ),
    ).toEqual({
      bytes: new Uint8Array([1, 2, 3, 4]),
      start: new Uint8Array([5]),
      text: 'a\r\n[HKEY_LOCAL_MACHINE\\Fake]\r\n',
      last: 'x',
    });
  });

  it('says how many bytes a text takes in the registry', () => {
    const { registry } = whole(parse(`${head}${base}\r\n"a"="xy"\r\n\r\n`));
    const read = registry.readKey('HKLM\\SOFTWARE\\V');
    expect(read.found && read.value.values.get('a')).toEqual({
      name: 'a',
      type: 'REG_SZ',
      size: 6,
      data: 'xy',
    });
  });

  it('knows all roots, short and long, and mounts the current user apart', () => {
    const roots = [
      'HKEY_LOCAL_MACHINE\\A',
      'hklm\\B',
      'HKEY_USERS\\S-1',
      'HKU\\S-2',
      'HKEY_CURRENT_USER',
      'HKEY_CLASSES_ROOT',
    ];
    const text = head + roots.map((root) => `[${root}]\r\n"x"="y"\r\n\r\n`).join('');
    expect(whole(parse(text)).roots).toEqual([
      'HKLM\\A',
      'HKLM\\B',
      'HKU\\S-1',
      'HKU\\S-2',
      'HKU\\current',
      'HKCR',
    ]);
  });

  it('keeps brackets in the name of a key', () => {
    expect(whole(parse(`${head}[HKLM\\A]b] \r\n"x"="y"\r\n\r\n`)).roots).toEqual(['HKLM\\A]b']);
  });

  it('reads LF files and files that were joined', () => {
    const joined = Buffer.from(one('A') + one('B').replaceAll('\r', ''), 'utf16le');
    const { roots, problems } = whole(parseRegFile(joined));
    expect({ roots, problems }).toEqual({ roots: ['HKLM\\A', 'HKLM\\B'], problems: [] });
  });

  it('knows nothing outside the exported keys', () => {
    const { registry } = whole(parse(`${head}${base}\r\n\r\n`));
    expect([
      registry.readKey('HKLM\\SOFTWARE\\V\\X'),
      registry.readKey('HKLM\\SOFTWARE\\W'),
    ]).toEqual([
      { found: false, gap: null },
      {
        found: false,
        gap: expect.objectContaining({ reason: 'notCollected', subject: 'HKLM\\SOFTWARE\\W' }),
      },
    ]);
  });

  describe('of the old format', () => {
    it('reads windows-1252 and says that this is a guess', () => {
      const read = whole(parseRegFile(old('\xe4')));
      expect({
        data: dataOf(read.registry, 'HKLM\\A'),
        notes: read.notes,
        problems: read.problems,
      }).toEqual({
        data: { n: 'ä', e: '%ä%', l: ['ä', 'b'] },
        notes: [message('export.codePage', { codePage: 'windows-1252' })],
        problems: [],
      });
    });

    it('reads another code page when told', () => {
      const read = whole(parseRegFile(old('\xe4'), { codePage: 'windows-1251' }));
      expect(dataOf(read.registry, 'HKLM\\A')).toEqual({ n: 'д', e: '%д%', l: ['д', 'b'] });
    });

    it('says nothing about code pages where all is ASCII', () => {
      expect(whole(parseRegFile(old('a'))).notes).toEqual([]);
    });
  });

  describe('finds things no export contains', () => {
    const key = `${head}${base}\r\n`;
    it.each([
      [
        'a key that is deleted',
        `${head}[-HKLM\\X]\r\n"lost"="1"\r\n\r\n${base}\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.deletedKey', { key: 'HKLM\\X' }),
      ],
      [
        'a value that is deleted',
        `${key}"gone"=-\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.deletedValue', { name: 'gone' }),
      ],
      [
        'text that is no value',
        `${key}rubbish\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.strangeLine'),
      ],
      [
        'bytes that are none',
        `${key}"b"=hex:01,xx\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.unreadableValue', { name: 'b' }),
      ],
      [
        'bytes that never end',
        `${key}"b"=hex:01,\\\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.unreadableValue', { name: 'b' }),
      ],
      [
        'a number that is none',
        `${key}"n"=dword:xyz\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.unreadableValue', { name: 'n' }),
      ],
      [
        'a text that never ends',
        `${key}"t"="abc\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.unreadableValue', { name: 't' }),
      ],
      ['a value without data', `${key}"n"\r\n"kept"="1"\r\n\r\n`, message('gap.reg.noData')],
      [
        'a root nobody knows',
        `${head}[HKEY_MOON\\X]\r\n"lost"="1"\r\n\r\n${base}\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.unknownRoot', { key: 'HKEY_MOON\\X' }),
      ],
      [
        'a key that does not end',
        `${head}[HKLM\\X\r\n"lost"="1"\r\n\r\n${base}\r\n"kept"="1"\r\n\r\n`,
        message('gap.reg.openKey'),
      ],
    ])('%s, and keeps the rest', (_what, text, problem) => {
      const { registry, problems, roots } = whole(parse(text));
      expect({ problems, roots, data: dataOf(registry) }).toEqual({
        problems: [
          expect.objectContaining({
            reason: 'corrupt',
            detail: message('gap.reg.atLine', { line: expect.any(Number), problem }),
          }),
        ],
        roots: ['HKLM\\SOFTWARE\\V'],
        data: { kept: '1' },
      });
    });

    it('and names the line and the key', () => {
      expect(whole(parse(`${key}"a"="b"\r\nrubbish\r\n\r\n`)).problems).toEqual([
        {
          subject: 'HKLM\\SOFTWARE\\V',
          reason: 'corrupt',
          detail: message('gap.reg.atLine', { line: 5, problem: message('gap.reg.strangeLine') }),
          needsAdministrator: false,
        },
      ]);
    });

    it('and tells only the first fifty', () => {
      const { problems } = whole(parse(`${key}${'rubbish\r\n'.repeat(80)}\r\n`));
      expect([problems.length, problems.at(-1)?.detail]).toEqual([
        51,
        message('gap.reg.moreProblems', { count: 30 }),
      ]);
    });
  });

  describe('of a file that was cut off', () => {
    const start = `${head}[HKLM\\A]\r\n"w"="whole"\r\n\r\n[HKLM\\A\\B]\r\n"w"="whole"\r\n\r\n[HKLM\\A\\C]\r\n"w"="whole"\r\n`;

    it.each([
      ['in the name of a key', '\r\n[HKLM\\A\\De'],
      ['in a name', '"na'],
      ['behind a name', '"name"'],
      ['behind the equals sign', '"name"='],
      ['in the type', '"name"=he'],
      ['in a text', '"name"="tex'],
      ['in a text of several lines', '"name"="tex\r\nt'],
      ['behind an escape', '"name"="tex\\'],
      ['in a number', '"name"=dword:0000'],
      ['in bytes', '"name"=hex:01,0'],
      ['behind a whole byte', '"name"=hex:01,02'],
      ['behind the backslash', '"name"=hex:01,\\'],
      ['behind a continued line', '"name"=hex:01,\\\r\n  '],
      ['behind a whole line', ''],
    ])('%s keeps what was whole and proves no absence where it was cut', (_where, rest) => {
      const { registry, problems } = whole(parse(start + rest));
      const cut = { reason: 'truncated', subject: 'HKLM\\A\\C' };
      expect({
        problems,
        data: ['B', 'C'].map((name) => dataOf(registry, `HKLM\\A\\${name}`)),
        closed: registry.readKey('HKLM\\A\\B\\X'),
        open: registry.readKey('HKLM\\A\\C\\X'),
        next: registry.readKey('HKLM\\A\\D'),
      }).toEqual({
        problems: [expect.objectContaining(cut)],
        data: [{ w: 'whole' }, { w: 'whole' }],
        closed: { found: false, gap: null },
        open: { found: false, gap: expect.objectContaining(cut) },
        next: { found: false, gap: expect.objectContaining(cut) },
      });
    });

    it('keeps a value that is whole although its line is not', () => {
      const { registry } = whole(parse(`${start}"t"="x"`));
      expect(dataOf(registry, 'HKLM\\A\\C')).toEqual({ w: 'whole', t: 'x' });
    });

    it.each(['utf16le', 'utf16be'] as const)('within a letter of %s', (encoding) => {
      const { problems } = whole(
        parseRegFile(encodeRegFile(`${start}\r\n`, encoding).subarray(0, -1)),
      );
      expect(problems.map((gap) => gap.reason)).toEqual(['truncated']);
    });

    it('within a letter of UTF-8', () => {
      const bytes = encodeRegFile(`${start}"ü`, 'utf8');
      expect(whole(parseRegFile(bytes.subarray(0, -1))).problems.map((gap) => gap.reason)).toEqual([
        'truncated',
      ]);
    });
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'empty'],
    ['blank lines', Buffer.from('\uFEFF\r\n\r\n', 'utf16le'), 'empty'],
    ['a first line and nothing else', Buffer.from(`${head}\r\n`), 'empty'],
    ['half of a first line', Buffer.from('Windows Registry Ed'), 'truncated'],
    ['a first line without its end', Buffer.from('REGEDIT4'), 'truncated'],
    ['a cut in the first key', Buffer.from(`${head}[HKEY_LOC`), 'truncated'],
    ['only things that are no export', Buffer.from(`${head}[-HKLM\\X]\r\n\r\n`), 'empty'],
    ['a hive', Buffer.from('regf\0\0\0\0'), 'notARegistryExport'],
    ['another text', Buffer.from('hello\r\n'), 'notARegistryExport'],
    ['other bytes', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03]), 'notARegistryExport'],
  ])('refuses %s', (_what, bytes, code) => {
    expect(parseRegFile(bytes)).toEqual({
      ok: false,
      code,
      message: { id: expect.stringMatching(/^export\./) },
    });
  });

  it('takes time in proportion to the length, also for hostile text', () => {
    const lines = [
      '"a',
      '"\\',
      '"x"=hex:01,\\',
      '"x"="',
      '[HKLM\\A',
      '"\\"\\"\\"\\"',
      '"x"="\\\\\\',
    ];
    // In quadratic time this would outlast every time limit.
    const texts = lines.map((line) => `${head}${base}\r\n${`${line}\n`.repeat(100_000)}`);
    expect(texts.map((text) => parse(text, 'utf8').ok)).toEqual(lines.map(() => true));
  });
});
