import { Button, Card, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRestartStyles } from './restart-page.styles.ts';
import { restartTexts } from './restart-page.texts.ts';

export function RestartPage() {
  const { snapshot } = useGuide();
  const styles = useRestartStyles();
  const t = useTexts(restartTexts);
  return (
    <PageFrame heading={t('heading')} lead={t('lead')} back="remove" primary={<GoOn />}>
      <Section title={t('how')}>
        <Card>
          {snapshot.practice ? (
            <Text>{t('practiceHow')}</Text>
          ) : (
            <ol className={styles.list}>
              <li>{t('save')}</li>
              <li>{t('menu')}</li>
              <li>{t('reopen')}</li>
            </ol>
          )}
        </Card>
      </Section>
    </PageFrame>
  );
}

/** On a real computer the person restarts Windows; whoever is here again afterwards goes on with the check. */
function GoOn() {
  const { snapshot, act } = useGuide();
  const t = useTexts(restartTexts);
  const practise = async () => {
    if (await act('restartPractice')) await act('resumeRemoval');
  };
  return snapshot.practice ? (
    <Button appearance="primary" onClick={() => void practise()}>
      {t('practiceRestart')}
    </Button>
  ) : (
    <Button appearance="primary" onClick={() => void act('resumeRemoval')}>
      {t('restarted')}
    </Button>
  );
}
