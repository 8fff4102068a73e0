import type { Problem, ProblemDetail } from '../../shared/contract/problem.ts';
import type { WindowWords } from '../../shared/words/translator.ts';

/** What happened, what it means and what to do next, in the language of the person. */
export function problemText(problem: Problem, { t }: WindowWords): string {
  return t(`problem.${problem.id}`, { file: 'file' in problem ? problem.file : '' });
}

/** The technical part: what the system said as it stands, what we say of it as a message; null when there is none. */
export function problemDetail(problem: Problem): ProblemDetail {
  return 'detail' in problem ? problem.detail : null;
}
