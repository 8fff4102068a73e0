import { Button, Card, Subtitle2, Text, useRestoreFocusTarget } from '@fluentui/react-components';
import { Circle20Regular } from '@fluentui/react-icons';
import type { Step } from '../../../shared/domain/plan/step.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRemoveStyles } from './remove-page.styles.ts';
import { nameOf } from '../../../shared/domain/plan/step-about.ts';

/** What will happen, and the last question before it does. */
export function Ready({ onStart }: { readonly onStart: () => void }) {
  const { snapshot } = useGuide();
  const styles = useRemoveStyles();
  const { t } = useWords();
  const steps = snapshot.plan?.steps ?? [];
  const empty = steps.length === 0;
  const closed = snapshot.moves.startRemoval;
  return (
    <PageFrame
      heading={t(empty ? 'page.remove.headingNothing' : 'page.remove.headingReady')}
      lead={t(empty ? 'page.remove.leadNothing' : 'page.remove.leadReady')}
      back="protection"
      primary={<StartButton empty={empty} waits={closed !== null} onStart={onStart} />}
      hint={closed?.id === 'onlyToLookAt' ? t('page.remove.importedOnly') : undefined}
    >
      {!empty && (
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

function PlannedStep({ step }: { readonly step: Step }) {
  const styles = useRemoveStyles();
  const { t } = useWords();
  return (
    <li>
      <Card>
        <div className={styles.row}>
          <Circle20Regular className={styles.mark} />
          <div className={styles.about}>
            <Subtitle2 as="h3" translate="no" className={styles.title}>
              {nameOf(step)}
            </Subtitle2>
            {step.about.kind === 'product' && (
              <Text className={styles.quiet}>{t(`family.${step.about.family}.notice`)}</Text>
            )}
          </div>
        </div>
      </Card>
    </li>
  );
}

interface StartButtonProps {
  readonly empty: boolean;
  readonly waits: boolean;
  readonly onStart: () => void;
}

/** Where nothing goes there is nothing to ask either. */
function StartButton({ empty, waits, onStart }: StartButtonProps) {
  const { act } = useGuide();
  const { t } = useWords();
  const focusTarget = useRestoreFocusTarget();
  return (
    <Button
      {...focusTarget}
      appearance="primary"
      disabledFocusable={waits}
      onClick={empty ? () => void act('startRemoval') : onStart}
    >
      {t(empty ? 'page.remove.look' : 'page.remove.start')}
    </Button>
  );
}
