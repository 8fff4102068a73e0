import { Button, ProgressBar, Text } from '@fluentui/react-components';
import type { RunView } from '../../../shared/contract/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './remove-page.module.css';
import { removals, runProgress } from '../../parts/run-progress.ts';
import { StepList } from './StepList.tsx';
import { useTimeSince } from './use-time-since.ts';

type RunningView = Extract<RunView, { state: 'running' }>;

export function Running({ run }: { readonly run: RunningView }) {
  const { t } = useWords();
  const { heading, lead } = usePhaseWords(run.phase);
  return (
    <PageFrame
      heading={heading}
      lead={lead}
      primary={<CancelButton cancelling={run.cancelling} />}
      hint={t(run.cancelling ? 'page.remove.cancelling' : 'page.remove.cancelNote')}
    >
      <WholeProgress run={run} />
      {run.steps.length > 0 && (
        <Section title={t('page.remove.steps')}>
          <StepList steps={removals(run.steps)} />
        </Section>
      )}
    </PageFrame>
  );
}

/** After the removal the run may wait for the next antivirus, or bring Microsoft Defender back. */
function usePhaseWords(phase: RunningView['phase']) {
  const { t } = useWords();
  switch (phase) {
    case 'awaitingProtection':
      return { heading: t('page.remove.headingAwaiting'), lead: t('page.remove.leadAwaiting') };
    case 'reactivating':
      return {
        heading: t('page.remove.headingReactivating'),
        lead: t('page.remove.leadReactivating'),
      };
    case 'removing':
      return { heading: t('page.remove.headingRunning'), lead: t('page.remove.leadRunning') };
    case 'looking':
      return { heading: t('page.remove.headingPreparing'), lead: t('page.remove.leadRunning') };
    case 'verifying':
      return { heading: t('page.remove.headingChecking'), lead: t('page.remove.leadRunning') };
  }
}

/** The bar knows its length while products go; before and after, while Cutover looks, it does not. */
function WholeProgress({ run }: { readonly run: RunningView }) {
  const { t, duration } = useWords();
  const passed = useTimeSince(run.startedAt);
  const { ended, total, fraction } = runProgress(run.steps);
  const known = run.phase === 'removing' ? { value: fraction } : {};
  return (
    <div className={styles.whole}>
      <ProgressBar thickness="large" aria-label={t('page.remove.wholeLabel')} {...known} />
      {total > 0 && (
        <Text className={styles.time}>
          {t('page.remove.whole', { ended, total, time: duration(passed) })}
        </Text>
      )}
    </div>
  );
}

function CancelButton({ cancelling }: { readonly cancelling: boolean }) {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <Button disabledFocusable={cancelling} onClick={() => void act('cancelRemoval')}>
      {t('page.remove.cancel')}
    </Button>
  );
}
