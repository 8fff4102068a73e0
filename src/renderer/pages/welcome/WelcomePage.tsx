import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { Clock24Regular, Eye24Regular, FolderOpen24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { outcomeTitle } from '../../../shared/words/outcome-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { QuarantineLink } from '../../parts/quarantine/QuarantineLink.tsx';
import { Section } from '../../parts/Section.tsx';
import { MachineChoices } from './MachineChoices.tsx';
import styles from './welcome-page.module.css';

export function WelcomePage() {
  const { run, pages, quarantine } = useGuide().snapshot;
  const { t } = useWords();
  const isOver = pages.some(({ closed }) => closed?.id === 'removalOver');
  const goesOn = !isOver && ['running', 'interrupted', 'ended'].includes(run.state);
  return (
    <PageFrame
      heading={t('page.welcome.heading')}
      lead={t('page.welcome.lead')}
      primary={goesOn ? <OpenRun /> : <CheckNow />}
    >
      {goesOn && (
        <MessageBar>
          <MessageBarBody>{t('page.welcome.standsOpen')}</MessageBarBody>
        </MessageBar>
      )}
      {isOver && run.state === 'ended' && <LastResult record={run.record} />}
      <Section title={t('page.welcome.expect')}>
        <Expectations />
      </Section>
      {quarantine.hint !== 'nothing' && (
        <div>
          <QuarantineLink>{t('page.quarantine.linkEarlier')}</QuarantineLink>
        </div>
      )}
      <Section title={t('page.welcome.which')} note={t('page.welcome.whichNote')}>
        <MachineChoices />
      </Section>
    </PageFrame>
  );
}

function Expectations() {
  const { t } = useWords();
  return (
    <ul className={styles.facts}>
      <Fact
        icon={<Eye24Regular />}
        title={t('page.welcome.lookTitle')}
        text={t('page.welcome.look')}
      />
      <Fact
        icon={<Clock24Regular />}
        title={t('page.welcome.timeTitle')}
        text={t('page.welcome.time')}
      />
      <Fact
        icon={<FolderOpen24Regular />}
        title={t('page.welcome.keepTitle')}
        text={t('page.welcome.keep')}
      />
    </ul>
  );
}

interface FactProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
}

function Fact({ icon, title, text }: FactProps) {
  return (
    <li>
      <Card className={styles.fact}>
        <span className={styles.icon}>{icon}</span>
        <Subtitle2 as="h3" style={{ margin: 0 }}>
          {title}
        </Subtitle2>
        <Text className={styles.quiet}>{text}</Text>
      </Card>
    </li>
  );
}

/** How the removal ended that is over; the next one begins with the check. */
function LastResult({ record }: { readonly record: RunRecord }) {
  const { act } = useGuide();
  const words = useWords();
  const { t } = words;
  const outcome = outcomeTitle(record, words);
  if (outcome === null) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        {t('page.welcome.lastResult', { outcome })}{' '}
        <Link as="button" onClick={() => void act('goTo', 'proof')}>
          {t('page.welcome.showResult')}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}

function CheckNow() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const { practice, run } = snapshot;
  const first = practice ? 'page.welcome.checkPractice' : 'page.welcome.check';
  const again = practice ? 'page.welcome.checkPracticeAgain' : 'page.welcome.checkAgain';
  return (
    <Button appearance="primary" onClick={() => void act('check')}>
      {t(run.state === 'ended' ? again : first)}
    </Button>
  );
}

/** A removal goes on, or can: back to where it stands. */
function OpenRun() {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <Button appearance="primary" onClick={() => void act('goTo', 'remove')}>
      {t('page.welcome.openRun')}
    </Button>
  );
}
