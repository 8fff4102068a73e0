import { subjectOf } from '../../../shared/domain/action-subject.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { stepWords } from '../../../shared/words/step-words.ts';
import type { Translator } from '../../../shared/words/translator.ts';
import { visible } from '../../report/visible.ts';

/** A step in a few words, with nothing in them that a terminal would obey. */
export function stepTitle(step: Step, words: Translator): string {
  const [title, subject] = [stepWords(step, words), subjectOf(step.action)];
  const isSaid = subject === null || title.includes(subject);
  return visible(isSaid ? title : `${title} (${subject})`);
}
