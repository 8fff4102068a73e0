import { createContext, useContext, useMemo } from 'react';
import { formats, type Formats } from '../../shared/i18n/formats.ts';
import type { AnyLanguage } from '../../shared/domain/languages.ts';
import type { Texts, Translate, Translated } from '../../shared/i18n/message.ts';
import { translate, translator } from '../../shared/i18n/translate.ts';

const LanguageContext = createContext<AnyLanguage>('en');

/** Says in which language everything inside is shown. */
export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): AnyLanguage {
  return useContext(LanguageContext);
}

/** The texts of one page or part in the language of the person. */
export function useTexts<T extends Texts>(texts: T): Translate<T> {
  const language = useLanguage();
  return useMemo(() => translator(texts, language), [texts, language]);
}

/** For words that belong to a closed list (outcomes, families, …): `words(outcomeWords[outcome])`. */
export function useWords(): (message: Translated) => string {
  const language = useLanguage();
  return useMemo(() => (message: Translated) => translate(message, language), [language]);
}

export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formats(language), [language]);
}
