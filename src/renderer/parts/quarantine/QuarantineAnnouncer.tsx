import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { workWords } from './quarantine-words.ts';

/** What a screen reader says while something is put back or deleted. */
export function QuarantineAnnouncer() {
  const { look, work } = useGuide().snapshot.quarantine;
  const words = useWords();
  const looking = look.state === 'running' ? words.t('page.quarantine.looking') : '';
  return (
    <div role="status" aria-live="polite">
      {workWords(work, words) ?? looking}
    </div>
  );
}
