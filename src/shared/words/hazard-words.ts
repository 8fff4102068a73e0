import type { Hazard } from '../domain/plan.ts';
import type { AnyLanguage } from '../domain/languages.ts';
import { pseudoText } from '../i18n/pseudo-text.ts';
import { hazardWordsDe } from './hazard-words.de.ts';
import { hazardWordsEs } from './hazard-words.es.ts';
import { hazardWordsFr } from './hazard-words.fr.ts';
import { hazardWordsPt } from './hazard-words.pt-br.ts';
import { hazardWordsRu } from './hazard-words.ru.ts';

/** The words of one hazard: what it is, what it means, what to do. */
export interface HazardWords {
  readonly title: string;
  readonly explanation: string;
  readonly advice: string;
}

/** By the hazard's id. A test holds the ids against the engine's catalog. */
export type HazardDictionary = Readonly<Record<string, HazardWords>>;

export const hazardDictionaries = {
  es: hazardWordsEs,
  de: hazardWordsDe,
  fr: hazardWordsFr,
  'pt-BR': hazardWordsPt,
  ru: hazardWordsRu,
} as const satisfies Record<string, HazardDictionary>;

/** The words of a hazard in the language of the person. English comes with the hazard. */
export function hazardWords(hazard: Hazard, language: AnyLanguage): HazardWords {
  if (language === 'en') return forTheWindow(hazard);
  if (language === 'en-XA') {
    const { title, explanation, advice } = forTheWindow(hazard);
    return {
      title: pseudoText(title),
      explanation: pseudoText(explanation),
      advice: pseudoText(advice),
    };
  }
  const dictionary: HazardDictionary = hazardDictionaries[language];
  return dictionary[hazard.id] ?? hazard;
}

/** The engine's words name the flag of the command line; in the window the same is a box to tick. */
function forTheWindow(hazard: Hazard): HazardWords {
  const advice = hazard.advice.replace(' (--managed-by-us)', '');
  return { title: hazard.title, explanation: hazard.explanation, advice };
}
