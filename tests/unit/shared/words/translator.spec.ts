import { describe, expect, expectTypeOf, it } from 'vitest';
import compile from 'icu-minify/compile';
import { message, type Given, type Message } from '../../../../src/shared/domain/message.ts';
import { pseudoLanguage, type AnyLanguage } from '../../../../src/shared/domain/languages.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';
import { translator } from '../../../../src/shared/words/translator.ts';

const messages = {
  'test.hello': { en: 'Hello {name}', de: 'Hallo {name}' },
  'test.things': {
    en: '{count, plural, one {one thing} other {# things}}',
    ru: '{count, plural, one {# вещь} few {# вещи} many {# вещей} other {# вещи}}',
  },
  'test.size': { en: '{size, number} files' },
};

/** The words of a message in a language that has it. */
function said(language: AnyLanguage, id: keyof typeof messages, values: Message['values']): string {
  const texts: Partial<Record<AnyLanguage, string>> = messages[id];
  return translator(language, () => ({ [id]: compile(texts[language] ?? '') })).render({
    id,
    values,
  });
}

describe('a message', () => {
  it('is filled with its values in the language of the person', () => {
    expect(said('de', 'test.hello', { name: 'Marta' })).toBe('Hallo Marta');
  });

  it('takes the plural form of its number', () => {
    const russian = [1, 3, 5, 21].map((count) => said('ru', 'test.things', { count }));
    expect([
      said('en', 'test.things', { count: 1 }),
      said('en', 'test.things', { count: 2000 }),
      ...russian,
    ]).toEqual(['one thing', '2,000 things', '1 вещь', '3 вещи', '5 вещей', '21 вещь']);
  });

  it('writes numbers as its language does', () => {
    expect(said('en', 'test.size', { size: 12_345.6 })).toBe('12,345.6 files');
  });

  it('takes messages and lists as values', async () => {
    const { render } = await loadTranslator('de');
    const outcome = message('outcome.cancelled.title');
    const nested: Message = { id: 'announcement.over', values: { outcome } };
    const list = message('announcement.removing', { name: ['A', outcome, 'C', 'A'] });
    expect([render(nested), render(list)]).toEqual([
      'Die Deinstallation ist beendet. Sie haben abgebrochen.',
      'A, Sie haben abgebrochen und C wird entfernt.',
    ]);
  });

  it('that this version does not know is named with its values', async () => {
    const { render } = await loadTranslator('fr');
    const unknown: readonly Message[] = [
      { id: 'finding.new', values: { names: ['A', 'B'], count: 2 } },
      { id: 'constructor' },
    ];
    expect(unknown.map(render)).toEqual(['finding.new · A et B · 2', 'constructor']);
  });

  it('is longer in the pseudo language and keeps its values', async () => {
    const { t } = await loadTranslator(pseudoLanguage);
    expect(t('announcement.removing', { name: 'Marta' })).toMatch(/^\[Rêmövïñg Marta\. ~+\]$/);
  });
});

it('the compiler knows what a message must be given', () => {
  expectTypeOf<Given<'button.back'>>().toEqualTypeOf<readonly []>();
  expectTypeOf<Given<'evidence.showAll'>>().toEqualTypeOf<readonly [{ readonly count: number }]>();
  // Of several messages, what each of them needs.
  expectTypeOf<Given<'button.back' | 'evidence.showAll'>>().toEqualTypeOf<
    readonly [{ readonly count: number }]
  >();
});
