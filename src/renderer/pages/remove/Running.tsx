import { Button, ProgressBar, Text } from '@fluentui/react-components';
import type { RunView } from '../../../shared/contract/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useFormats, useTexts } from '../../i18n/LanguageContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { protectionPhaseTexts } from './protection-phase.texts.ts';
import { useRemoveStyles } from './remove-page.styles.ts';
import { removeTexts } from './remove-page.texts.ts';
import { runProgress } from '../../parts/run-progress.ts';
import { StepList } from './StepList.tsx';
import { useTimeSince } from './use-time-since.ts';

type RunningView = Extract<RunView, { state: 'running' }>;

export function Running({ run }: { readonly run: RunningView }) {
  const t = useTexts(removeTexts);
  const { heading, lead } = usePhaseWords(run.phase);
  return (
    <PageFrame
      heading={heading}
      lead={lead}
      primary={<CancelButton cancelling={run.cancelling} />}
      hint={t(run.cancelling ? 'cancelling' : 'cancelNote')}
    >
      <WholeProgress run={run} />
      {run.steps.length > 0 && (
        <Section title={t('steps')}>
          <StepList steps={run.steps} />
        </Section>
      )}
    </PageFrame>
  );
}

/** After the removal the run may wait for the next antivirus, or bring Microsoft Defender back. */
function usePhaseWords(phase: RunningView['phase']) {
  const t = useTexts(removeTexts);
  const tp = useTexts(protectionPhaseTexts);
  switch (phase) {
    case 'awaitingProtection':
      return { heading: tp('headingAwaiting'), lead: tp('leadAwaiting') };
    case 'bringingBack':
      return { heading: tp('headingBringingBack'), lead: tp('leadBringingBack') };
    case 'removing':
      return { heading: t('headingRunning'), lead: t('leadRunning') };
    case 'looking':
    case 'verifying':
      return { heading: t('headingChecking'), lead: t('leadRunning') };
  }
}

/** The bar knows its length while products go; before and after, while Cutover looks, it does not. */
function WholeProgress({ run }: { readonly run: RunningView }) {
  const styles = useRemoveStyles();
  const t = useTexts(removeTexts);
  const { duration } = useFormats();
  const passed = useTimeSince(run.startedAt);
  const { ended, total, fraction } = runProgress(run.steps);
  const known = run.phase === 'removing' ? { value: fraction } : {};
  return (
    <div className={styles.whole}>
      <ProgressBar thickness="large" aria-label={t('wholeLabel')} {...known} />
      {total > 0 && (
        <Text className={styles.time}>
          {t('whole', { ended: String(ended), total: String(total), time: duration(passed) })}
        </Text>
      )}
    </div>
  );
}

function CancelButton({ cancelling }: { readonly cancelling: boolean }) {
  const { act } = useGuide();
  const t = useTexts(removeTexts);
  return (
    <Button disabledFocusable={cancelling} onClick={() => void act('cancelRemoval')}>
      {t('cancel')}
    </Button>
  );
}
