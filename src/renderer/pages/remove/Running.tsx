import { Button, ProgressBar, Text } from '@fluentui/react-components';
import type { RunView } from '../../../shared/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useFormats, useTexts } from '../../i18n/LanguageContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRemoveStyles } from './remove-page.styles.ts';
import { removeTexts } from './remove-page.texts.ts';
import { runProgress } from './run-progress.ts';
import { StepList } from './StepList.tsx';
import { useTimeSince } from './use-time-since.ts';

type RunningView = Extract<RunView, { state: 'running' }>;

export function Running({ run }: { readonly run: RunningView }) {
  const t = useTexts(removeTexts);
  const removing = run.phase === 'removing';
  return (
    <PageFrame
      heading={t(removing ? 'headingRunning' : 'headingChecking')}
      lead={t('leadRunning')}
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
