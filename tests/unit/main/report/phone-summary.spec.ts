import { describe, expect, it } from 'vitest';
import { phoneSummary } from '../../../../src/main/report/phone-summary.ts';
import { readCatalogues } from '../../../../build/messages/catalogue.ts';
import { languages, type Language } from '../../../../src/shared/domain/languages.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { guideOf, removeOn, valueOf } from '../desktop/guide/guide-of.ts';

describe('the summary for the telephone', () => {
  it('says before a removal how much was found', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.move('chooseMachine', 'practice-home'));
    valueOf(await guide.move('scan'));
    expect(phoneSummary(guide.snapshot, english)).toBe(
      'Practice. Kaspersky products found: 3. Kaspersky protects.',
    );
  });

  it('says afterwards how it went and by which code the report is found', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const runId = guide.caseInHand().record?.runId ?? '';
    const code = runId.slice(-4).toUpperCase();
    expect(phoneSummary(guide.snapshot, english)).toBe(
      `Practice. Removed; restart needed. Antivirus is off. Code ${code}.`,
    );
  });

  it('is said in the language that is asked for', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const code = guide.caseInHand().record?.runId.slice(-4).toUpperCase() ?? '';
    const words = await Promise.all((['de', 'pt-BR', 'ru', 'en'] as const).map(loadTranslator));
    const said = words.map((each) => phoneSummary(guide.snapshot, each));
    expect(said).toEqual([
      `Übung. Entfernt; Neustart nötig. Virenschutz ist aus. Code ${code}.`,
      `Treino. Removido; falta reiniciar. Antivírus desligado. Código ${code}.`,
      `Тренировка. Удалено; нужна перезагрузка. Антивирус выключен. Код ${code}.`,
      `Practice. Removed; restart needed. Antivirus is off. Code ${code}.`,
    ]);
  });

  it.each(practiceComputers.map(({ id }) => id))(
    'is short enough to be spoken in every language (%s)',
    async (id) => {
      const { guide } = await guideOf();
      const before = valueOf(await guide.move('chooseMachine', `practice-${id}`));
      await removeOn(guide, id);
      const words = await Promise.all(languages.map(loadTranslator));
      const counts = [before, guide.snapshot].flatMap((snapshot) =>
        words.map((each) => phoneSummary(snapshot, each).split(' ').length),
      );
      expect(Math.max(...counts)).toBeLessThanOrEqual(14);
    },
  );

  it.each(languages)('has words of its own for everything (%s)', (language) => {
    const [own, spoken] = [phoneWords(language), phoneWords('en')];
    // `Code` is one in German, too.
    const same = own.filter((text, at) => text === spoken[at] && !text.startsWith('Code'));
    expect({ empty: own.filter((text) => text.trim() === ''), same: same.length }).toEqual({
      empty: [],
      same: language === 'en' ? own.length - 1 : 0,
    });
  });
});

const catalogues = readCatalogues();

function phoneWords(language: Language): readonly string[] {
  return Object.entries(catalogues[language]).flatMap(([key, text]) =>
    key.startsWith('phone.') ? [text] : [],
  );
}
