import { useGuide } from '../bridge/GuideContext.tsx';
import { useFormats, useTexts, useWords } from '../i18n/LanguageContext.tsx';
import { announcement, type QuietPhase } from '../parts/run-progress.ts';
import { ProtectionAnnouncer } from '../parts/protection/ProtectionAnnouncer.tsx';
import { VisuallyHidden } from '../parts/VisuallyHidden.tsx';
import { outcomeWords } from '../../shared/words/outcome-words.ts';
import { appTexts } from '../parts/app.texts.ts';

/** What a screen reader says while nobody moves the focus: the course of the run, in few words. */
export function Announcer() {
  const words = useRunWords();
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {words}
      </div>
      <ProtectionAnnouncer />
    </VisuallyHidden>
  );
}

const phaseTexts = {
  looking: 'lookingAround',
  verifying: 'checkingAgain',
  awaitingProtection: 'awaitingProtection',
  bringingBack: 'bringingBack',
} as const satisfies Record<QuietPhase, string>;

function useRunWords(): string {
  const { run } = useGuide().snapshot;
  const t = useTexts(appTexts);
  const words = useWords();
  const { percent } = useFormats();
  const said = announcement(run);
  switch (said.kind) {
    case 'quiet':
      return '';
    case 'phase':
      return t(phaseTexts[said.phase]);
    case 'stopping':
      return t('stopping');
    case 'step':
      return said.quarter === 0
        ? t('removing', { name: said.name })
        : t('removingPart', { name: said.name, percent: percent(said.quarter / 100) });
    case 'over': {
      const outcome = run.state === 'ended' ? run.record.outcome : null;
      return outcome === null ? '' : t('over', { outcome: words(outcomeWords[outcome]) });
    }
  }
}
