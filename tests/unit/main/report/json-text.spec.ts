import fc from 'fast-check';
import { expect, it } from 'vitest';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { asciiJson, jsonText } from '../../../../src/main/report/json-text.ts';
import { visible } from '../../../../src/main/report/visible.ts';
import { hazardOf } from '../../../support/run-samples.ts';

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

it('has the English text beside every message and nothing beside other things with an id', () => {
  const document = {
    id: 'a-finding',
    name: 'Kaspersky',
    says: message('changes.now'),
    kept: [{ id: 'b', values: { why: quoted('Because.') } }],
  };
  expect(JSON.parse(jsonText(document))).toEqual({
    ...document,
    says: { id: 'changes.now', text: 'Now' },
    kept: [
      {
        id: 'b',
        values: {
          why: { id: 'quoted.text', values: { text: 'Because.' }, text: 'Because.' },
        },
        text: 'b · Because.',
      },
    ],
  });
});

it('has the English words of a hazard beside it', () => {
  const hazard = hazardOf({ id: 'safe-mode' });
  expect(JSON.parse(jsonText([hazard]))).toEqual([
    {
      ...hazard,
      title: 'Windows is in safe mode',
      explanation:
        'Windows Installer does not work in safe mode, so nothing could be removed properly.',
      advice: 'Restart Windows normally and start Cutover again.',
    },
  ]);
});

it('is the same document in ASCII, whichever letters are in it', () => {
  const value = { 'Jürgen “Müller” Ж 漢 🛡': ['é\u202Fü'] };
  const text = asciiJson(jsonText(value));
  expect([/^[ -~\n]*$/.test(text), JSON.parse(text)]).toEqual([true, value]);
});
