import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { Clock24Regular, Eye24Regular, FolderOpen24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { MachineChoices } from './MachineChoices.tsx';
import { useWelcomeStyles } from './welcome-page.styles.ts';

export function WelcomePage() {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const begun = snapshot.run.state === 'running' || snapshot.run.state === 'ended';
  return (
    <PageFrame
      heading={t('page.welcome.heading')}
      lead={t('page.welcome.lead')}
      primary={begun ? <OpenRun /> : <CheckNow />}
    >
      {begun && (
        <MessageBar>
          <MessageBarBody>{t('page.welcome.standsOpen')}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={t('page.welcome.expect')}>
        <Expectations />
      </Section>
      <Section title={t('page.welcome.which')} note={t('page.welcome.whichNote')}>
        <MachineChoices />
      </Section>
    </PageFrame>
  );
}

function Expectations() {
  const styles = useWelcomeStyles();
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
  const styles = useWelcomeStyles();
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

function CheckNow() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const check = async () => {
    if (await act('goTo', 'check')) await act('scan');
  };
  return (
    <Button appearance="primary" onClick={() => void check()}>
      {t(snapshot.practice ? 'page.welcome.checkPractice' : 'page.welcome.check')}
    </Button>
  );
}

/** Opened again in the middle of a run: back to where it stands. */
function OpenRun() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const page = snapshot.run.state === 'ended' && !snapshot.run.restartNeeded ? 'proof' : 'remove';
  return (
    <Button appearance="primary" onClick={() => void act('goTo', page)}>
      {t('page.welcome.openRun')}
    </Button>
  );
}
