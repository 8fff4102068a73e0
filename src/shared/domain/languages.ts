/** The languages of the window, each by its own name. */
export const languageNames = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  ru: 'Русский',
} as const;

export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as readonly Language[];

/** Not a language: English made longer and full of accents, to see whether anything is cut off or untranslated. */
export const pseudoLanguage = 'en-XA';

export type AnyLanguage = Language | typeof pseudoLanguage;

/** The language of ours that fits a BCP 47 tag of the system best; English when none does. */
export function closestLanguage(tag: string): AnyLanguage {
  return knownLanguage(tag) ?? 'en';
}

/** The language of ours that a tag names (`de`, `de-AT`, `pt_BR.UTF-8`); null when none does. */
export function knownLanguage(tag: string): AnyLanguage | null {
  if (tag.toLowerCase() === pseudoLanguage.toLowerCase()) return pseudoLanguage;
  const primary = tag.toLowerCase().split(/[-_.@]/, 1)[0];
  return languages.find((language) => language.toLowerCase().split('-', 1)[0] === primary) ?? null;
}

/** The same for where only real languages have words: outside of the page there is no pseudo language. */
export function closestRealLanguage(tag: string): Language {
  const language = closestLanguage(tag);
  return language === pseudoLanguage ? 'en' : language;
}
