import type { Problem, ProblemId } from '../../shared/contract/problem.ts';
import type { AnyLanguage } from '../../shared/domain/languages.ts';
import type { Translated } from '../../shared/i18n/message.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { failureWords } from './failure-words.ts';
import { fileProblemWords } from './file-problem-words.ts';
import { refusalWords } from './refusal-words.ts';

const words: Readonly<Record<ProblemId, Translated>> = {
  ...refusalWords,
  ...failureWords,
  ...fileProblemWords,
};

/** What happened, what it means and what to do next, in the language of the person. */
export function problemText(problem: Problem, language: AnyLanguage): string {
  const file = 'file' in problem ? problem.file : '';
  return translate(words[problem.id], language, { file });
}

/** The technical part, in English; null when there is none. */
export function problemDetail(problem: Problem): string | null {
  return 'detail' in problem ? problem.detail : null;
}
