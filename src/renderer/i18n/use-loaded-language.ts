import { useEffect, useState } from 'react';
import type { AnyLanguage } from '../../shared/domain/languages.ts';
import { loadWords } from './load-words.ts';

/** The language that is wanted as soon as its words are here, until then the one before. */
export function useLoadedLanguage(wanted: AnyLanguage): AnyLanguage {
  const [loaded, setLoaded] = useState(wanted);
  useEffect(() => {
    let isWanted = true;
    void loadWords(wanted).then(() => isWanted && setLoaded(wanted));
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return loaded;
}
