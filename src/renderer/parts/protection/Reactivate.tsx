import {
  Button,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { Card } from '../Card.tsx';
import type { ReactivationProgress, StepView } from '../../../shared/contract/guide.ts';
import type { ReactivationPlan } from '../../../shared/domain/protection/reactivation.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../Section.tsx';
import { CauseList } from './CauseList.tsx';
import { Forbidden, isForbidden } from '../Forbidden.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import styles from './protection-parts.module.css';
import { ReactivationResults } from './ReactivationResults.tsx';
import { useFocusWhereItWas } from '../use-focus-where-it-was.ts';
import { useRunningWords } from './use-running-words.ts';

/** Why Microsoft Defender is off, the button that reactivates it, and what became of it. */
export function Reactivate() {
  const { moves, reactivation } = useGuide().snapshot;
  const { plan, progress } = reactivation;
  const possible = moves.reactivateDefender?.id !== 'onlyToLookAt';
  const { t } = useWords();
  return (
    <>
      {progress.state === 'done' && (
        <Outcome steps={progress.steps} wayBack={progress.wayBack} isBack={plan === null} />
      )}
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
  readonly plan: ReactivationPlan;
  readonly progress: ReactivationProgress;
}

function Offer({ plan, progress }: OfferProps) {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const closed = snapshot.moves.reactivateDefender;
  const isRunning = progress.state === 'running';
  if (closed?.id === 'restartFirst') return null;
  if (isForbidden(closed)) return <Forbidden problem={closed} />;
  if (plan.steps.length === 0 && !isRunning)
    return <Text className={styles.measure}>{t('reactivate.cannot')}</Text>;
  return (
    <>
      <Text className={styles.measure}>{t('reactivate.offer')}</Text>
      <div className={styles.action}>
        <Button
          appearance="primary"
          disabledFocusable={closed !== null}
          onClick={() => void act('reactivateDefender')}
        >
          {t('reactivate.switchOn')}
        </Button>
      </div>
      {isRunning && <Running progress={progress} />}
    </>
  );
}

type RunningProgress = Extract<ReactivationProgress, { state: 'running' }>;

function Running({ progress: { steps } }: { readonly progress: RunningProgress }) {
  const { t } = useWords();
  const words = useRunningWords(steps);
  const ended = steps.filter(({ status }) => status === 'ended').length;
  const isKnown = steps.length > 0 && ended + 1 < steps.length;
  return (
    <div className={styles.close}>
      <ProgressBar
        aria-label={t('reactivate.running')}
        thickness="large"
        {...(isKnown && { value: ended / steps.length })}
      />
      <Text weight="semibold">{words}</Text>
      <Text className={styles.quiet}>{t('reactivate.runningNote')}</Text>
    </div>
  );
}

interface OutcomeProps {
  readonly steps: readonly StepView[];
  readonly wayBack: string | null;
  readonly isBack: boolean;
}

function Outcome({ steps, wayBack, isBack }: OutcomeProps) {
  const { t } = useWords();
  const ref = useFocusWhereItWas();
  return (
    <Section title={t('reactivate.whatWasDone')}>
      <div ref={ref} tabIndex={-1} className={styles.focusable}>
        <MessageBar intent={isBack ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>{t(isBack ? 'reactivate.back' : 'reactivate.notBack')}</MessageBarBody>
        </MessageBar>
      </div>
      {steps.length > 0 && <ReactivationResults steps={steps} wayBack={wayBack} />}
    </Section>
  );
}
