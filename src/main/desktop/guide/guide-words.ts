import type { GuideState } from '../../../shared/contract/guide.ts';
import { closestLanguage } from '../../../shared/domain/languages.ts';
import { loadTranslator } from '../../../shared/words/load-translator.ts';
import type { Translator } from '../../../shared/words/translator.ts';

/** The words of the window, for what is made outside of it. */
export async function guideWords({ language }: Pick<GuideState, 'language'>): Promise<Translator> {
  return await loadTranslator(closestLanguage(language));
}
