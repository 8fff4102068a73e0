import { ProgressBar, Spinner, Subtitle2, Text } from '@fluentui/react-components';
import {
  CheckmarkCircle20Filled,
  Circle20Regular,
  DismissCircle20Filled,
  Warning20Filled,
} from '@fluentui/react-icons';
import type { StepView } from '../../../shared/contract/guide.ts';
import { stepOutcomes } from '../../../shared/domain/plan/step-outcomes.ts';
import { stepHeading } from '../../../shared/words/step-words.ts';
import { stepHelp } from '../../../shared/words/step-help.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { Verbatim } from '../../parts/Verbatim.tsx';
import styles from './remove-page.module.css';
import { StepFacts } from './StepFacts.tsx';

interface StepListProps {
  readonly steps: readonly StepView[];
  /** The run was broken off: nothing moves, and what was under way says so. */
  readonly halted?: boolean;
}

/** Every step with how it stands; the running one with its bar and what it waits for. */
export function StepList({ steps, halted = false }: StepListProps) {
  return (
    <ol className={styles.list}>
      {steps.map((view) => (
        <li key={view.step.id}>
          <Card className={styles.card}>
            <StepRow view={view} halted={halted} />
            {view.status === 'running' && !halted && <StepBar view={view} />}
            <StepDetails view={view} />
          </Card>
        </li>
      ))}
    </ol>
  );
}

function StepRow({ view, halted }: { readonly view: StepView; readonly halted: boolean }) {
  const words = useWords();
  const { t, duration } = words;
  const { result, status, elapsedMs } = view;
  return (
    <div className={styles.row}>
      <StepMark view={view} halted={halted} />
      <div className={styles.about}>
        <Subtitle2 as="h3" translate="no" className={styles.title}>
          {stepHeading(view.step, words)}
        </Subtitle2>
        {result !== null && <Text>{t(`stepOutcome.${result.outcome}.title`)}</Text>}
        {status === 'waiting' && <Text className={styles.quiet}>{t('page.remove.waiting')}</Text>}
        {status === 'running' && halted && <Text>{t('page.remove.underWay')}</Text>}
        {status === 'running' && !halted && <Doing view={view} />}
      </div>
      {status !== 'waiting' && elapsedMs > 0 && (
        <Text className={styles.time}>{duration(elapsedMs)}</Text>
      )}
    </div>
  );
}

function Doing({ view: { waitingFor, text, step } }: { readonly view: StepView }) {
  const { t, duration, render } = useWords();
  if (waitingFor !== null) {
    return (
      <>
        <Text className={styles.quiet}>
          {t('page.remove.waitingFor')} {render(waitingFor)}
        </Text>
        <Text className={styles.quiet}>
          {t('page.remove.waitingNote', { time: duration(step.timeLimitMs) })}
        </Text>
      </>
    );
  }
  return <Text className={styles.quiet}>{text !== null && <Verbatim>{text}</Verbatim>}</Text>;
}

function StepBar({ view }: { readonly view: StepView }) {
  const words = useWords();
  const known = view.fraction === null ? {} : { value: view.fraction };
  const name = stepHeading(view.step, words);
  return <ProgressBar aria-label={words.t('page.remove.stepLabel', { name })} {...known} />;
}

/** What went wrong is explained in plain words; technicians see everything of every step instead. */
function StepDetails({ view: { result, step } }: { readonly view: StepView }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  if (technicianMode) return <StepFacts step={step} result={result} />;
  const help = result === null ? null : stepHelp(result.outcome, words);
  return help === null ? null : <Text className={styles.help}>{help}</Text>;
}

interface StepMarkProps {
  readonly view: StepView;
  readonly halted: boolean;
}

function StepMark({ view: { status, result }, halted }: StepMarkProps) {
  if (status === 'running') {
    return halted ? (
      <Warning20Filled className={styles.attention} />
    ) : (
      <Spinner size="tiny" aria-hidden />
    );
  }
  const tone = result === null ? 'neutral' : stepOutcomes[result.outcome].tone;
  if (tone === 'good') return <CheckmarkCircle20Filled className={styles.good} />;
  if (tone === 'bad') return <DismissCircle20Filled className={styles.bad} />;
  if (tone === 'attention') return <Warning20Filled className={styles.attention} />;
  return <Circle20Regular className={styles.mark} />;
}
