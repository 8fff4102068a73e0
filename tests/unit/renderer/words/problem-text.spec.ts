import { describe, expect, it } from 'vitest';
import { pseudoText } from '../../../../src/shared/i18n/pseudo-text.ts';
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

  it.each(languages)('are there, and different, for every problem (%s)', (language) => {
    const texts = every.map((problem) => problemText(problem, language));
    expect({
      short: texts.filter((text) => text.length < 30),
      different: new Set(texts).size,
      unfilled: texts.filter((text) => text.includes('{')),
    }).toEqual({ short: [], different: problemIds.length, unfilled: [] });
  });

  it.each(languages.filter((language) => language !== 'en'))('are not English (%s)', (language) => {
    const english = every.filter(
      (problem) => problemText(problem, language) === problemText(problem, 'en'),
    );
    expect(english).toEqual([]);
  });

  it('name the file that a person chose and keep the technical detail apart', () => {
    const problem = { id: 'fileNotReadable', file: 'pc.json', detail: 'EACCES: denied' } as const;
    const text = problemText(problem, 'de');
    expect({
      names: text.startsWith('pc.json konnte nicht gelesen werden'),
      technical: text.includes('EACCES'),
      detail: problemDetail(problem),
    }).toEqual({ names: true, technical: false, detail: 'EACCES: denied' });
  });

  it('have no detail where there is none', () => {
    expect(problemDetail({ id: 'lookFirst' })).toBeNull();
  });

  it('are made longer to look for texts that are cut off', () => {
    expect(problemText({ id: 'lookFirst' }, 'en-XA')).toBe(
      pseudoText(problemText({ id: 'lookFirst' }, 'en')),
    );
  });
});
