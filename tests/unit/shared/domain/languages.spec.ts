import { expect, it } from 'vitest';
import { closestLanguage } from '../../../../src/shared/domain/languages.ts';

it('the language of the system leads to the closest one there is', () => {
  const tags = ['de-AT', 'pt-PT', 'ru', 'fr_CA', 'es-419', 'ja-JP', '', 'en-XA'];
  expect(tags.map(closestLanguage)).toEqual(['de', 'pt-BR', 'ru', 'fr', 'es', 'en', 'en', 'en-XA']);
});
