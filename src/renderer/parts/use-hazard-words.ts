import type { Hazard } from '../../shared/domain/plan.ts';
import { useLanguage } from '../i18n/LanguageContext.tsx';
import { hazardWords, type HazardWords } from '../../shared/words/hazard-words.ts';

export function useHazardWords(hazard: Hazard): HazardWords {
  return hazardWords(hazard, useLanguage());
}
