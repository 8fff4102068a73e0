import { restoreStepKind } from '../../../shared/domain/restore-step-kind.ts';
import { useWords } from '../../i18n/WordsContext.tsx';

/** A step by its title of the engine, in the language of the person; as it came when it is not known. */
export function useRestoreStepWords(): (title: string) => string {
  const { t } = useWords();
  return (title) => {
    const kind = restoreStepKind(title);
    return kind === null ? title : t(`reactivate.step.${kind}`);
  };
}
