import { Button, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { HazardNotes } from './HazardNotes.tsx';
import { PasswordFields } from './PasswordFields.tsx';
import { usePrepareStyles } from './prepare-page.styles.ts';
import { prepareTexts } from './prepare-page.texts.ts';
import { preparation, type Preparation } from './preparation.ts';
import { StopCard } from './StopCard.tsx';
import { TodoCard } from './TodoCard.tsx';

export function PreparePage() {
  const { snapshot } = useGuide();
  const t = useTexts(prepareTexts);
  const ahead = preparation(snapshot);
  return (
    <PageFrame
      heading={t('heading')}
      lead={t(leadOf(ahead))}
      back="check"
      primary={<ContinueButton to="protection" waits={!ahead.prepared} />}
      hint={ahead.stops.length > 0 ? t('stopped') : leftHint(ahead.left, t)}
    >
      <StopsAndTodos ahead={ahead} />
      {ahead.secrets.length > 0 && (
        <Section title={t('passwords')} note={t('passwordsNote')}>
          <PasswordFields secrets={ahead.secrets} />
        </Section>
      )}
      {ahead.warnings.length > 0 && (
        <Section title={t('warnings')}>
          <HazardNotes hazards={ahead.warnings} tone="warning" />
        </Section>
      )}
      {ahead.infos.length > 0 && (
        <Section title={t('infos')}>
          <HazardNotes hazards={ahead.infos} tone="info" />
        </Section>
      )}
      <CheckAgain />
    </PageFrame>
  );
}

function leadOf({ stops, todos, left }: Preparation) {
  if (stops.length > 0) return 'leadStop';
  if (left > 0) return 'leadTodo';
  return todos.length > 0 ? 'leadDone' : 'leadReady';
}

function leftHint(left: number, t: ReturnType<typeof useTexts<typeof prepareTexts>>) {
  return left === 0 ? undefined : t('left', { count: left });
}

function StopsAndTodos({ ahead }: { readonly ahead: Preparation }) {
  const { managedByUs } = useGuide().snapshot;
  const styles = usePrepareStyles();
  const t = useTexts(prepareTexts);
  const managed = ahead.infos.find(({ id }) => id === 'managed-by-security-center');
  return (
    <>
      {(ahead.stops.length > 0 || (managedByUs && managed !== undefined)) && (
        <Section title={t('stops')}>
          <ul className={styles.list}>
            {[...ahead.stops, ...(managedByUs && managed ? [managed] : [])].map((hazard) => (
              <StopCard key={hazard.id} hazard={hazard} />
            ))}
          </ul>
        </Section>
      )}
      {ahead.todos.length > 0 && (
        <Section title={t('todos')}>
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
  const styles = usePrepareStyles();
  const t = useTexts(prepareTexts);
  const looking = snapshot.scan.state === 'running';
  return (
    <div className={styles.again}>
      <Button disabledFocusable={looking} onClick={() => void act('scan')}>
        {t('again')}
      </Button>
      <Text className={styles.quiet}>{t('againNote')}</Text>
    </div>
  );
}
