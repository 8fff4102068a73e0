import { describe, expect, it } from 'vitest';
import { loadWords } from '../../../../src/renderer/i18n/load-words.ts';
import { problemDetail, problemText } from '../../../../src/renderer/words/problem-text.ts';
import { languages } from '../../../../src/shared/domain/languages.ts';
import {
  detailedProblems,
  fileProblems,
  plainProblems,
  problemIds,
  type Problem,
} from '../../../../src/shared/contract/problem.ts';

const every: readonly Problem[] = [
  ...plainProblems.map((id) => ({ id })),
  ...detailedProblems.map((id) => ({ id, detail: 'EACCES' })),
  ...fileProblems.map((id) => ({ id, file: 'pc.json', detail: null })),
];

describe('the words for a problem', () => {
  it('are asked for every problem there is', () => {
    expect(every.map(({ id }) => id)).toEqual(problemIds);
  });

  it.each(languages)('are there, and different, for every problem (%s)', async (language) => {
    const words = await loadWords(language);
    const texts = every.map((problem) => problemText(problem, words));
    expect({
      short: texts.filter((text) => text.length < 30),
      different: new Set(texts).size,
      unfilled: texts.filter((text) => text.includes('{')),
    }).toEqual({ short: [], different: problemIds.length, unfilled: [] });
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'are not English (%s)',
    async (language) => {
      const [own, english] = await Promise.all([loadWords(language), loadWords('en')]);
      const same = every.filter(
        (problem) => problemText(problem, own) === problemText(problem, english),
      );
      expect(same).toEqual([]);
    },
  );

  it('name the file that a person chose and keep the technical detail apart', async () => {
    const problem = { id: 'fileNotReadable', file: 'pc.json', detail: 'EACCES: denied' } as const;
    const text = problemText(problem, await loadWords('de'));
    expect({
      names: text.startsWith('pc.json konnte nicht gelesen werden'),
      technical: text.includes('EACCES'),
      detail: problemDetail(problem),
    }).toEqual({ names: true, technical: false, detail: 'EACCES: denied' });
  });

  it('have no detail where there is none', () => {
    expect(problemDetail({ id: 'lookFirst' })).toBeNull();
  });

  it('are made longer to look for texts that are cut off', async () => {
    const [pseudo, english] = await Promise.all([loadWords('en-XA'), loadWords('en')]);
    const lengths = [pseudo, english].map(
      (words) => problemText({ id: 'lookFirst' }, words).length,
    );
    expect((lengths[0] ?? 0) / (lengths[1] ?? 0)).toBeGreaterThan(1.3);
  });
});
