import { outcomeTitle } from '../../shared/words/outcome-words.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { announcement } from '../parts/run-progress.ts';
import { ProtectionAnnouncer } from '../parts/protection/ProtectionAnnouncer.tsx';
import { QuarantineAnnouncer } from '../parts/quarantine/QuarantineAnnouncer.tsx';
import { VisuallyHidden } from '../parts/VisuallyHidden.tsx';

/** What a screen reader says while nobody moves the focus: the course of the run, in few words. */
export function Announcer() {
  const words = useRunWords();
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {words}
      </div>
      <ProtectionAnnouncer />
      <QuarantineAnnouncer />
    </VisuallyHidden>
  );
}

function useRunWords(): string {
  const { run } = useGuide().snapshot;
  const words = useWords();
  const { t, percent } = words;
  const said = announcement(run);
  switch (said.kind) {
    case 'quiet':
      return '';
    case 'phase':
      return t(`announcement.phase.${said.phase}`);
    case 'stopping':
      return t('announcement.stopping');
    case 'step':
      return said.quarter === 0
        ? t('announcement.removing', { name: said.name })
        : t('announcement.removingPart', { name: said.name, percent: percent(said.quarter / 100) });
    case 'over': {
      const outcome = run.state === 'ended' ? outcomeTitle(run.record, words) : null;
      return outcome === null ? '' : t('announcement.over', { outcome });
    }
  }
}
