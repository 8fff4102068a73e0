import { describe, expect, it } from 'vitest';
import { phoneSummary } from '../../../../src/main/report/phone-summary.ts';
import { phoneWords } from '../../../../src/main/report/phone-words.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { guideOf, removeOn, valueOf } from '../desktop/guide/guide-of.ts';

describe('the summary for the telephone', () => {
  it('says before a removal how much was found', async () => {
    const { guide } = await guideOf();
    valueOf(await guide.chooseMachine('practice-home'));
    valueOf(await guide.scan());
    expect(phoneSummary(guide.snapshot)).toBe(
      'Practice. Kaspersky products found: 3. No other antivirus.',
    );
  });

  it('says afterwards how it went and by which code the report is found', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const runId = guide.caseInHand().record?.runId ?? '';
    const code = runId.slice(-4).toUpperCase();
    expect(phoneSummary(guide.snapshot)).toBe(
      `Practice. Removed; restart needed. Antivirus is off. Code ${code}.`,
    );
  });

  it('is said in the language of the window', async () => {
    const { guide } = await guideOf();
    await removeOn(guide, 'home');
    const code = guide.caseInHand().record?.runId.slice(-4).toUpperCase() ?? '';
    const said = ['de-AT', 'pt', 'ru-RU', 'en-XA', 'ja'].map((language) =>
      phoneSummary({ ...guide.snapshot, language }),
    );
    const english = `Practice. Removed; restart needed. Antivirus is off. Code ${code}.`;
    expect(said).toEqual([
      `Übung. Entfernt; Neustart nötig. Virenschutz ist aus. Code ${code}.`,
      `Treino. Removido; falta reiniciar. Antivírus desligado. Código ${code}.`,
      `Тренировка. Удалено; нужна перезагрузка. Антивирус выключен. Код ${code}.`,
      english,
      english,
    ]);
  });

  it.each(practiceComputers.map(({ id }) => id))(
    'is short enough to be spoken in every language (%s)',
    async (id) => {
      const { guide } = await guideOf();
      const before = valueOf(await guide.chooseMachine(`practice-${id}`));
      await removeOn(guide, id);
      const counts = [before, guide.snapshot].flatMap((snapshot) =>
        languages.map((language) => phoneSummary(snapshot, language).split(' ').length),
      );
      expect(Math.max(...counts)).toBeLessThanOrEqual(14);
    },
  );

  it.each(languages)('has words of its own for everything (%s)', (language) => {
    const texts = Object.values(phoneWords[language]).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values<string>(entry),
    );
    const english = Object.values(phoneWords.en).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values<string>(entry),
    );
    const same = texts.filter((text, at) => text === english[at] && text !== 'Code');
    expect({ empty: texts.filter((text) => text.trim() === ''), same: same.length }).toEqual({
      empty: [],
      same: language === 'en' ? texts.length - 1 : 0,
    });
  });
});
