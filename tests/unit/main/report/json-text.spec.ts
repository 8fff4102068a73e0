import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonText } from '../../../../src/main/report/json-text.ts';
import { visible } from '../../../../src/main/report/visible.ts';

it('gives every value back and holds nothing that a terminal obeys', () => {
  const sign = fc.constantFrom(
    '\u001B',
    '\u0080',
    '\u009F',
    '\u202E',
    '\u2028',
    '\n',
    '"',
    '\\',
    'a',
  );
  const texts = fc.string({ unit: fc.oneof(sign, fc.string({ minLength: 1, maxLength: 1 })) });
  fc.assert(
    fc.property(fc.dictionary(texts, fc.array(texts)), (value) => {
      const text = jsonText(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      for (const line of text.split('\n')) expect(visible(line)).toBe(line);
    }),
  );
});
