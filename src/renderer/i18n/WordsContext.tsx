import { createContext, useContext } from 'react';
import type { WindowWords } from '../../shared/words/translator.ts';

const WordsContext = createContext<WindowWords | null>(null);

/** Says in which language everything inside is shown. */
export const WordsProvider = WordsContext.Provider;

/** The words of the person's language: `const { t, list } = useWords()`. */
export function useWords(): WindowWords {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('Words stand only inside a WordsProvider.');
  return words;
}
