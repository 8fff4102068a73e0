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
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { MachineChoices } from './MachineChoices.tsx';
import { useWelcomeStyles } from './welcome-page.styles.ts';
import { welcomeTexts } from './welcome-page.texts.ts';

export function WelcomePage() {
  const { snapshot } = useGuide();
  const t = useTexts(welcomeTexts);
  const begun = snapshot.run.state === 'running' || snapshot.run.state === 'ended';
  return (
    <PageFrame heading={t('heading')} lead={t('lead')} primary={begun ? <OpenRun /> : <CheckNow />}>
      {begun && (
        <MessageBar>
          <MessageBarBody>{t('standsOpen')}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={t('expect')}>
        <Expectations />
      </Section>
      <Section title={t('which')} note={t('whichNote')}>
        <MachineChoices />
      </Section>
    </PageFrame>
  );
}

function Expectations() {
  const styles = useWelcomeStyles();
  const t = useTexts(welcomeTexts);
  return (
    <ul className={styles.facts}>
      <Fact icon={<Eye24Regular />} title={t('lookTitle')} text={t('look')} />
      <Fact icon={<Clock24Regular />} title={t('timeTitle')} text={t('time')} />
      <Fact icon={<FolderOpen24Regular />} title={t('keepTitle')} text={t('keep')} />
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
  const t = useTexts(welcomeTexts);
  const check = async () => {
    if (await act('goTo', 'check')) await act('scan');
  };
  return (
    <Button appearance="primary" onClick={() => void check()}>
      {t(snapshot.practice ? 'checkPractice' : 'check')}
    </Button>
  );
}

/** Opened again in the middle of a run: back to where it stands. */
function OpenRun() {
  const { snapshot, act } = useGuide();
  const t = useTexts(welcomeTexts);
  const page = snapshot.run.state === 'ended' && !snapshot.run.restartNeeded ? 'proof' : 'remove';
  return (
    <Button appearance="primary" onClick={() => void act('goTo', page)}>
      {t('openRun')}
    </Button>
  );
}
