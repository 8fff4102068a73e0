import { describe, expect, it } from 'vitest';
import { closeQuestion } from '../../../../src/main/desktop/close-question.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';

describe('the question before the window is closed', () => {
  it('is asked in the language of the window, English where that is none of ours', () => {
    const asked = ['de-CH', 'pt-BR', 'ru', 'en-XA', 'ja'].map(
      (language) => closeQuestion(language).message,
    );
    expect(asked).toEqual([
      'Eine Entfernung läuft gerade.',
      'Uma remoção está em andamento.',
      'Идёт удаление.',
      'A removal is going on.',
      'A removal is going on.',
    ]);
  });

  it('has words of its own in every language', () => {
    const texts = languages.flatMap((language) => {
      const { message, detail, buttons } = closeQuestion(language);
      return [message, detail, ...buttons];
    });
    expect(new Set(texts).size).toBe(languages.length * 5);
  });
});
