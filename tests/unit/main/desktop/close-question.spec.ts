import { describe, expect, it } from 'vitest';
import { closeQuestion } from '../../../../src/main/desktop/close-question.ts';
import { closestRealLanguage, languages } from '../../../../src/shared/domain/languages.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';

describe('the question before the window is closed', () => {
  it('is asked in the language of the window, English where that is none of ours', async () => {
    const tags = ['de-CH', 'pt-BR', 'ru', 'en-XA', 'ja'];
    const words = await Promise.all(tags.map(closestRealLanguage).map(loadTranslator));
    const asked = words.map((each) => closeQuestion(each).message);
    expect(asked).toEqual([
      'Eine Deinstallation läuft gerade.',
      'Uma remoção está em andamento.',
      'Идёт удаление.',
      'A removal is going on.',
      'A removal is going on.',
    ]);
  });

  it('has words of its own in every language', async () => {
    const words = await Promise.all(languages.map(loadTranslator));
    const texts = words.flatMap((each) => {
      const { message, detail, buttons } = closeQuestion(each);
      return [message, detail, ...buttons];
    });
    expect(new Set(texts).size).toBe(languages.length * 5);
  });
});
