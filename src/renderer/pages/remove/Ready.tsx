import { Button, Subtitle2, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { Circle20Regular } from '@fluentui/react-icons';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { WindowWords } from '../../../shared/words/translator.ts';
import { problemText } from '../../words/problem-text.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { productCount } from '../../../shared/domain/plan/step-about.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { isForbidden } from '../../parts/Forbidden.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './remove-page.module.css';
import { stepHeading } from '../../../shared/words/step-words.ts';

/** What will happen, and the last question before it does. */
export function Ready({ onStart }: { readonly onStart: () => void }) {
  const { snapshot } = useGuide();
  const words = useWords();
  const { t } = words;
  const steps = snapshot.plan?.steps ?? [];
  const task = taskOf(steps);
  const closed = snapshot.moves.startRemoval;
  return (
    <PageFrame
      heading={t(taskWords[task].heading)}
      lead={t(taskWords[task].lead)}
      back="protection"
      primary={<StartButton task={task} waits={closed !== null} onStart={onStart} />}
      hint={hintOf(closed, words)}
    >
      <RemainsQuestion task={task} />
      {task !== 'look' && (
        <Section title={t('page.remove.steps')}>
          <ol className={styles.list}>
            {steps.map((step) => (
              <PlannedStep key={step.id} step={step} />
            ))}
          </ol>
        </Section>
      )}
    </PageFrame>
  );
}

function hintOf(closed: Problem | null, words: WindowWords): string | undefined {
  if (closed?.id === 'onlyToLookAt') return words.t('page.remove.importedOnly');
  return isForbidden(closed) ? problemText(closed, words) : undefined;
}

/** Asked once, before anything happens; what does harm is mended whatever the answer is. */
function RemainsQuestion({ task }: { readonly task: Task }) {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [cleans, say] = useAnswer(snapshot.cleanRemains, (now) => act('setCleanRemains', now));
  const isAsked = task !== 'look' || !cleans;
  if (!isAsked || snapshot.moves.setCleanRemains?.id === 'onlyToLookAt') return null;
  return (
    <Card>
      <Choice
        label={t('page.remove.cleanRemains')}
        note={t('page.remove.cleanRemainsNote')}
        checked={cleans}
        onChange={say}
      />
    </Card>
  );
}

/** Takes products off, only mends what hurts, or only looks. */
type Task = 'remove' | 'repair' | 'look';

function taskOf(steps: readonly Step[]): Task {
  if (productCount(steps) > 0) return 'remove';
  return steps.length > 0 ? 'repair' : 'look';
}

const taskWords = {
  remove: {
    heading: 'page.remove.headingReady',
    lead: 'page.remove.leadReady',
    start: 'page.remove.start',
  },
  repair: {
    heading: 'page.remove.headingRepair',
    lead: 'page.remove.leadRepair',
    start: 'page.remove.repair',
  },
  look: {
    heading: 'page.remove.headingNothing',
    lead: 'page.remove.leadNothing',
    start: 'page.remove.look',
  },
} as const satisfies Readonly<Record<Task, object>>;

function PlannedStep({ step }: { readonly step: Step }) {
  const words = useWords();
  return (
    <li>
      <Card>
        <div className={styles.row}>
          <Circle20Regular className={styles.mark} />
          <div className={styles.about}>
            <Subtitle2 as="h3" translate="no" className={styles.title}>
              {stepHeading(step, words)}
            </Subtitle2>
            {step.about.kind === 'product' && (
              <Text className={styles.quiet}>{words.t(`family.${step.about.family}.notice`)}</Text>
            )}
          </div>
        </div>
      </Card>
    </li>
  );
}

interface StartButtonProps {
  readonly task: Task;
  readonly waits: boolean;
  readonly onStart: () => void;
}

/** Where no product goes, and all can be taken back, there is nothing to ask either. */
function StartButton({ task, waits, onStart }: StartButtonProps) {
  const { act } = useGuide();
  const { t } = useWords();
  const focusTarget = useRestoreFocusTarget();
  return (
    <Button
      {...focusTarget}
      appearance="primary"
      disabledFocusable={waits}
      onClick={task === 'remove' ? onStart : () => void act('startRemoval')}
    >
      {t(taskWords[task].start)}
    </Button>
  );
}
