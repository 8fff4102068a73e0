import {
  closestRealLanguage,
  type AnyLanguage,
  type Language,
} from '../../shared/domain/languages.ts';
import { addWords, type WordsApart } from '../../shared/i18n/words-apart.ts';

/**
 * Brings the words of a language, which the build keeps in a file of its own. English is always there, and what
 * cannot be loaded stays in English: better than no window.
 */
export async function loadWords(language: AnyLanguage): Promise<void> {
  const real = closestRealLanguage(language);
  if (real === 'en') return;
  const words = await wordsOf(real).catch(() => null);
  if (words !== null) addWords(real, words);
}

async function wordsOf(language: Language): Promise<WordsApart> {
  const file = `./words.${language}.js`;
  const { default: words } = (await import(/* @vite-ignore */ file)) as {
    readonly default: WordsApart;
  };
  return words;
}
