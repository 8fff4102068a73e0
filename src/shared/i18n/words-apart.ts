import type { Language } from '../domain/languages.ts';
import type { Message, Translated } from './message.ts';

/** Words of one language by their English text; what the build took out of the page's scripts. */
export type WordsApart = Readonly<Record<string, Message>>;

const loaded = new Map<Language, WordsApart>();

/** Gives the words of a language to {@link messageIn}. */
export function addWords(language: Language, words: WordsApart): void {
  loaded.set(language, words);
}

/** A message in a language: its own words, else those that were loaded, else English. */
export function messageIn(message: Translated, language: Language): Message {
  const { en } = message;
  const own: Partial<Translated> = message;
  return own[language] ?? loaded.get(language)?.[typeof en === 'string' ? en : en.other] ?? en;
}
