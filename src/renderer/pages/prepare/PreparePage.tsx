import { Button, Text } from '@fluentui/react-components';
import type { WindowWords } from '../../../shared/words/translator.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { HazardNotes } from './HazardNotes.tsx';
import { PasswordFields } from './PasswordFields.tsx';
import styles from './prepare-page.module.css';
import { hazardGroups, type HazardGroups } from './hazard-groups.ts';
import { OwnerQuestion } from './OwnerQuestion.tsx';
import { StopCard } from './StopCard.tsx';
import { TodoCard } from './TodoCard.tsx';

export function PreparePage() {
  const { snapshot } = useGuide();
  const words = useWords();
  const { t } = words;
  const { readiness } = snapshot;
  const ahead = hazardGroups(snapshot);
  return (
    <PageFrame
      heading={t('page.prepare.name')}
      lead={t(leadOf(ahead))}
      back="check"
      primary={<ContinueButton to="protection" waits={!readiness.prepared} />}
      hint={isStopped(ahead) ? t('page.prepare.stopped') : leftHint(ahead.left, words)}
    >
      {ahead.managed !== null && <OwnerQuestion hazard={ahead.managed} />}
      <StopsAndTodos ahead={ahead} />
      {readiness.secrets.length > 0 && (
        <Section title={t('page.prepare.passwords')} note={t('page.prepare.passwordsNote')}>
          <PasswordFields secrets={readiness.secrets} />
        </Section>
      )}
      {ahead.warnings.length > 0 && (
        <Section title={t('page.prepare.warnings')}>
          <HazardNotes hazards={ahead.warnings} tone="warning" />
        </Section>
      )}
      {ahead.infos.length > 0 && (
        <Section title={t('page.prepare.infos')}>
          <HazardNotes hazards={ahead.infos} tone="info" />
        </Section>
      )}
      <CheckAgain />
    </PageFrame>
  );
}

function leadOf(ahead: HazardGroups) {
  const { managed, todos, left } = ahead;
  if (isStopped(ahead)) return 'page.prepare.leadStop';
  if (left > 0) return 'page.prepare.leadTodo';
  const asked = managed !== null || todos.length > 0;
  return asked ? 'page.prepare.leadDone' : 'page.prepare.leadReady';
}

function isStopped({ managed, stops }: HazardGroups): boolean {
  return stops.length > 0 || managed?.severity === 'stop';
}

function leftHint(left: number, { t }: WindowWords) {
  return left === 0 ? undefined : t('page.prepare.left', { count: left });
}

function StopsAndTodos({ ahead }: { readonly ahead: HazardGroups }) {
  const { t } = useWords();
  return (
    <>
      {ahead.stops.length > 0 && (
        <Section title={t('page.prepare.stops')}>
          <ul className={styles.list}>
            {ahead.stops.map((hazard) => (
              <StopCard key={hazard.id} hazard={hazard} />
            ))}
          </ul>
        </Section>
      )}
      {ahead.todos.length > 0 && (
        <Section title={t('page.prepare.todos')}>
          <ul className={styles.list}>
            {ahead.todos.map((todo) => (
              <TodoCard key={todo.hazard.id} todo={todo} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function CheckAgain() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  return (
    <div className={styles.again}>
      <Button disabledFocusable={snapshot.moves.scan !== null} onClick={() => void act('scan')}>
        {t('button.checkAgain')}
      </Button>
      <Text className={styles.quiet}>{t('page.prepare.againNote')}</Text>
    </div>
  );
}
