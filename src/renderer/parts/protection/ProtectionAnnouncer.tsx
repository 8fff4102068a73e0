import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { liveVerdict } from './live-verdict.ts';
import { protectionNow } from './protection-now.ts';
import { useRunningWords } from './use-running-words.ts';

/**
 * What a screen reader says about another look, the live check and Microsoft Defender being reactivated. A region
 * each, so that only what has changed is read.
 */
export function ProtectionAnnouncer() {
  const regions = [useRecheckWords(), useLiveWords(), useReactivationWords()];
  return regions.map((words, index) => (
    <div key={names[index]} role="status" aria-live="polite">
      {words}
    </div>
  ));
}

const names = ['recheck', 'live', 'reactivation'];

function useRecheckWords(): string {
  const { snapshot } = useGuide();
  const { t } = useWords();
  if (snapshot.recheck.state === 'running') return t('recheck.running');
  if (snapshot.recheck.state !== 'done') return '';
  const protection = protectionNow(snapshot);
  return protection === null ? '' : t(`verdict.${protection.verdict}`);
}

function useLiveWords(): string {
  const { liveCheck } = useGuide().snapshot;
  const { t } = useWords();
  if (liveCheck.state === 'running') return t('liveCheck.running');
  return liveCheck.state === 'done'
    ? t(`liveCheck.verdict.${liveVerdict(liveCheck.result)}.title`)
    : '';
}

function useReactivationWords(): string {
  const { plan, progress } = useGuide().snapshot.reactivation;
  const { t } = useWords();
  const running = useRunningWords(progress.state === 'running' ? progress.steps : []);
  if (progress.state === 'done') return t(plan === null ? 'reactivate.back' : 'reactivate.notBack');
  return progress.state === 'running' ? running : '';
}
