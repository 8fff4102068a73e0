import { restoreStepKind } from '../../../shared/domain/restore-step-kind.ts';
import { useWords } from '../../i18n/LanguageContext.tsx';
import { restoreStepWords } from '../../../shared/words/restore-step-words.ts';

/** A step by its title of the engine, in the language of the person; as it came when it is not known. */
export function useRestoreStepWords(): (title: string) => string {
  const words = useWords();
  return (title) => {
    const kind = restoreStepKind(title);
    return kind === null ? title : words(restoreStepWords[kind]);
  };
}
