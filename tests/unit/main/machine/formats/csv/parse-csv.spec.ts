import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCsv } from '../../../../../../src/main/machine/formats/csv/parse-csv.ts';

it('reads fields with signs that separate others in them', () => {
  expect(parseCsv('Entry,Company\r\n"klif, ""x""",Kaspersky\r\nplain,\r\n')).toEqual([
    { Entry: 'klif, "x"', Company: 'Kaspersky' },
    { Entry: 'plain', Company: '' },
  ]);
});

it('reads a line break within quotation marks, tabulators, and what the end of the file cuts off', () => {
  expect(parseCsv('A\tB\n"one\ntwo"\tc\n"open', '\t')).toEqual([
    { A: 'one\ntwo', B: 'c' },
    { A: 'open', B: '' },
  ]);
});

it('gives back whatever was written by the rules', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') });
  const rows = fc.array(fc.tuple(fc.constant('x'), field));
  fc.assert(
    fc.property(rows, (written) => {
      const line = (fields: readonly string[]) =>
        fields.map((each) => `"${each.replaceAll('"', '""')}"`).join(',');
      const text = [['A', 'B'], ...written].map(line).join('\r\n');
      expect(parseCsv(text).map(({ A, B }) => [A, B])).toEqual(written);
    }),
  );
});

it('comes to an end with any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }), (text) => {
      parseCsv(text);
    }),
  );
});
