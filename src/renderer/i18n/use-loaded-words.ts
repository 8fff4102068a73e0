import { useEffect, useState } from 'react';
import type { AnyLanguage } from '../../shared/domain/languages.ts';
import type { WindowWords } from '../../shared/words/translator.ts';
import { loadWords } from './load-words.ts';

/** The words of the language that is wanted as soon as they are here, until then the ones before. */
export function useLoadedWords(first: WindowWords, wanted: AnyLanguage): WindowWords {
  const [words, setWords] = useState(first);
  const { language } = words;
  useEffect(() => {
    if (language === wanted) return;
    let isWanted = true;
    void loadWords(wanted).then((loaded) => isWanted && setWords(loaded));
    return () => {
      isWanted = false;
    };
  }, [language, wanted]);
  return words;
}
