import type { StepView } from '../../../shared/contract/guide.ts';
import { stepWords } from '../../../shared/words/step-words.ts';
import { useWords } from '../../i18n/WordsContext.tsx';

/** How far the reactivation of Microsoft Defender has come, by the step that was begun last. */
export function useRunningWords(steps: readonly StepView[]): string {
  const words = useWords();
  const index = steps.findLastIndex(({ status }) => status !== 'waiting');
  const view = steps[index];
  if (view === undefined) return words.t('reactivate.running');
  const step = stepWords(view.step, words);
  return words.t('reactivate.stepOf', { index: index + 1, total: steps.length, step });
}
