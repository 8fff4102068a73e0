import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../../../src/shared/i18n/formats.ts';
import { closestLanguage } from '../../../../src/shared/domain/languages.ts';
import { pseudoText } from '../../../../src/shared/i18n/pseudo-text.ts';
import { translator } from '../../../../src/shared/i18n/translate.ts';

const same = <const Text extends string>(text: Text) => ({
  en: text,
  es: text,
  de: text,
  fr: text,
  'pt-BR': text,
  ru: text,
});

const texts = {
  hello: { ...same('Hello {name}'), de: 'Hallo {name}' },
  things: {
    ...same('{count} things'),
    en: { one: 'one thing', other: '{count} things' },
    ru: { one: '{count} вещь', few: '{count} вещи', many: '{count} вещей', other: '{count} вещи' },
  },
} as const;

describe('a message', () => {
  test('is filled with its parameters in the language of the person', () => {
    expect(translator(texts, 'de')('hello', { name: 'Marta' })).toBe('Hallo Marta');
  });

  test('takes the plural form of its number', () => {
    const english = translator(texts, 'en');
    const russian = translator(texts, 'ru');
    expect([
      english('things', { count: 1 }),
      english('things', { count: 2000 }),
      ...[1, 3, 5, 21].map((count) => russian('things', { count })),
    ]).toEqual(['one thing', '2,000 things', '1 вещь', '3 вещи', '5 вещей', '21 вещь']);
  });

  test('is longer in the pseudo language and keeps its parameters', () => {
    const text = translator(texts, 'en-XA')('hello', { name: 'Marta' });
    expect(text).toMatch(/^\[Hêllö Marta ~+\]$/);
  });

  test('in the pseudo language never loses a parameter', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('{name}', '{count}'));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const names = (value: string) => value.match(/\{\w+\}/g) ?? [];
        expect(names(pseudoText(text))).toEqual(names(text));
      }),
    );
  });
});

test('the language of the system leads to the closest one there is', () => {
  const tags = ['de-AT', 'pt-PT', 'ru', 'fr_CA', 'es-419', 'ja-JP', '', 'en-XA'];
  expect(tags.map(closestLanguage)).toEqual(['de', 'pt-BR', 'ru', 'fr', 'es', 'en', 'en', 'en-XA']);
});

test('lengths of time read as people say them', () => {
  const { duration } = formats('en');
  expect([0, 300, 59_400, 125_000].map(duration)).toEqual([
    '0 sec',
    '1 sec',
    '59 sec',
    '2 min 5 sec',
  ]);
});
