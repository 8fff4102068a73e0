import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { verdictWords } from '../../../shared/words/verdict-words.ts';
import { defenderTexts } from './defender.texts.ts';
import { liveCheckTexts } from './live-check.texts.ts';
import { liveVerdict } from './live-verdict.ts';
import { protectionNow } from './protection-now.ts';
import { recheckTexts } from './recheck.texts.ts';
import { useRestoreStepWords } from './use-restore-step-words.ts';

/**
 * What a screen reader says about another look, the live check and Microsoft Defender being brought back. A region
 * each, so that only what has changed is read.
 */
export function ProtectionAnnouncer() {
  const regions = [useRecheckWords(), useLiveWords(), useRestoreWords()];
  return regions.map((words, index) => (
    <div key={names[index]} role="status" aria-live="polite">
      {words}
    </div>
  ));
}

const names = ['recheck', 'live', 'restore'];

function useRecheckWords(): string {
  const { snapshot } = useGuide();
  const t = useTexts(recheckTexts);
  const words = useWords();
  if (snapshot.recheck.state === 'running') return t('running');
  if (snapshot.recheck.state !== 'done') return '';
  const protection = protectionNow(snapshot);
  return protection === null ? '' : words(verdictWords[protection.verdict]);
}

function useLiveWords(): string {
  const { liveCheck } = useGuide().snapshot;
  const t = useTexts(liveCheckTexts);
  if (liveCheck.state === 'running') return t('running');
  return liveCheck.state === 'done' ? t(liveVerdict(liveCheck.result)) : '';
}

function useRestoreWords(): string {
  const { plan, progress } = useGuide().snapshot.restore;
  const t = useTexts(defenderTexts);
  const wordsOf = useRestoreStepWords();
  if (progress.state === 'done') return t(plan === null ? 'back' : 'notBack');
  if (progress.state !== 'running') return '';
  const { step, index, total } = progress;
  if (step === null) return t('running');
  const place = { index: String(index + 1), total: String(total) };
  return t('stepOf', { ...place, step: wordsOf(step.title) });
}
