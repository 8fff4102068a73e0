import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { readCatalogues } from '../../../build/messages/catalogue.ts';
import { faultsOf } from '../../../build/messages/faults.ts';
import { languages, type Language } from '../../../src/shared/domain/languages.ts';

const catalogues = readCatalogues();

/** Every message of every language but English, beside the English one. */
const translations = languages
  .filter((language) => language !== 'en')
  .flatMap((language) =>
    Object.entries(catalogues[language]).map(([key, text]) => ({
      name: `${key} (${language})`,
      text,
      english: catalogues.en[key] ?? '',
    })),
  );

describe('the catalogues of all languages', () => {
  it('are there, with one message for each key and the same parameters', () => {
    expect(faultsOf(catalogues)).toEqual([]);
  });

  it.each(languages)('have every plural form that whole numbers need (%s)', (language) => {
    const missing = Object.entries(catalogues[language]).flatMap(([key, text]) =>
      parse(text).flatMap((part) => missingForms(part, language).map((form) => `${key} ${form}`)),
    );
    expect(missing).toEqual([]);
  });

  it('leave no sentence in English', () => {
    const same = translations.filter(
      ({ text, english }) => english.length > 24 && text === english,
    );
    expect(same.map(({ name }) => name)).toEqual([]);
  });

  it('say the same at about the same length', () => {
    const strange = translations.filter(
      ({ text, english }) =>
        english.length > 24 &&
        (text.length > english.length * 2.2 || text.length < english.length / 2.2),
    );
    expect(strange.map(({ name }) => name)).toEqual([]);
  });
});

function missingForms(part: MessageFormatElement, language: Language): readonly string[] {
  if (part.type !== TYPE.plural) return [];
  const rules = new Intl.PluralRules(language);
  const counts = Array.from({ length: 200 }, (_, count) => count);
  const needed = new Set(counts.map((count) => rules.select(count)));
  return [...needed].filter((form) => !(form in part.options));
}
