import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { RestoreProgress } from '../../../shared/contract/guide.ts';
import type { RestorePlan } from '../../../shared/domain/restore.ts';
import type { RestoreStepResult } from '../../../shared/domain/record.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../Section.tsx';
import { CauseList } from './CauseList.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import { useProtectionPartsStyles } from './protection-parts.styles.ts';
import { RestoreResults } from './RestoreResults.tsx';
import { useRestoreStepWords } from './use-restore-step-words.ts';

/** Why Microsoft Defender is off, the button that brings it back, and what became of it. */
export function BringBack() {
  const { moves, restore } = useGuide().snapshot;
  const { plan, progress } = restore;
  const possible = moves.enableDefender?.id !== 'onlyToLookAt';
  const styles = useProtectionPartsStyles();
  const { t } = useWords();
  return (
    <>
      {progress.state === 'done' && <Outcome results={progress.results} isBack={plan === null} />}
      {plan !== null && plan.causes.length > 0 && (
        <Section title={t('reactivate.off')}>
          {progress.state === 'failed' && <ProblemMessage problem={progress.problem} />}
          {possible && <Offer plan={plan} progress={progress} />}
          <Card>
            <Subtitle2 as="h3" className={styles.title}>
              {t('reactivate.why')}
            </Subtitle2>
            <CauseList causes={plan.causes} />
          </Card>
        </Section>
      )}
    </>
  );
}

interface OfferProps {
  readonly plan: RestorePlan;
  readonly progress: RestoreProgress;
}

function Offer({ plan, progress }: OfferProps) {
  const { snapshot, act } = useGuide();
  const styles = useProtectionPartsStyles();
  const { t } = useWords();
  const closed = snapshot.moves.enableDefender;
  const isRunning = progress.state === 'running';
  if (closed?.id === 'restartFirst') return null;
  if (plan.steps.length === 0 && !isRunning)
    return <Text className={styles.measure}>{t('reactivate.cannot')}</Text>;
  return (
    <>
      <Text className={styles.measure}>{t('reactivate.offer')}</Text>
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={closed !== null}
          onClick={() => void act('enableDefender')}
        >
          {t('reactivate.switchOn')}
        </Button>
      </div>
      {isRunning && <Running progress={progress} />}
    </>
  );
}

type RunningProgress = Extract<RestoreProgress, { state: 'running' }>;

function Running({ progress: { step, index, total } }: { readonly progress: RunningProgress }) {
  const styles = useProtectionPartsStyles();
  const { t } = useWords();
  const wordsOf = useRestoreStepWords();
  return (
    <div className={styles.close}>
      <ProgressBar
        aria-label={t('reactivate.running')}
        thickness="large"
        {...(step !== null && index + 1 < total && { value: index / total })}
      />
      <Text weight="semibold">
        {step === null
          ? t('reactivate.running')
          : t('reactivate.stepOf', {
              index: index + 1,
              total,
              step: wordsOf(step.title),
            })}
      </Text>
      <Text className={styles.quiet}>{t('reactivate.runningNote')}</Text>
    </div>
  );
}

interface OutcomeProps {
  readonly results: readonly RestoreStepResult[];
  readonly isBack: boolean;
}

function Outcome({ results, isBack }: OutcomeProps) {
  const styles = useProtectionPartsStyles();
  const { t } = useWords();
  const ref = useFocusWhereItWas();
  return (
    <Section title={t('reactivate.whatWasDone')}>
      <div ref={ref} tabIndex={-1} className={styles.focusable}>
        <MessageBar intent={isBack ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>{t(isBack ? 'reactivate.back' : 'reactivate.notBack')}</MessageBarBody>
        </MessageBar>
      </div>
      {results.length > 0 && <RestoreResults results={results} />}
    </Section>
  );
}

/** The button that was pressed may be gone with what it was for; the focus then goes on to what came of it. */
function useFocusWhereItWas() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus();
  }, []);
  return ref;
}
