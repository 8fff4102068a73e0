import { Button, Card, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRestartStyles } from './restart-page.styles.ts';
import { restartTexts } from './restart-page.texts.ts';

/** A restart that finishes the removal, or one that may help a removal that failed. */
export function RestartPage() {
  const { run, practice } = useGuide().snapshot;
  const styles = useRestartStyles();
  const t = useTexts(restartTexts);
  const finishes = run.state === 'ended' && run.restartNeeded;
  return (
    <PageFrame
      heading={t(finishes ? 'heading' : 'headingAgain')}
      lead={t(finishes ? 'lead' : 'leadAgain')}
      back="remove"
      primary={<GoOn />}
    >
      <Section title={t('how')}>
        <Card>
          {practice ? (
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
      <Section title={t('later')}>
        <Text>{t(finishes ? 'laterFinish' : 'laterAgain')}</Text>
      </Section>
    </PageFrame>
  );
}

/** On a real computer the person restarts Windows; whoever is here again afterwards goes on with the check. */
function GoOn() {
  const { snapshot, act } = useGuide();
  const t = useTexts(restartTexts);
  const goOn = () => void act('resumeRemoval');
  const practise = async () => {
    if (await act('restartPractice')) await act('resumeRemoval');
  };
  return snapshot.practice ? (
    <>
      <Button onClick={goOn}>{t('practiceSkip')}</Button>
      <Button appearance="primary" onClick={() => void practise()}>
        {t('practiceRestart')}
      </Button>
    </>
  ) : (
    <Button appearance="primary" onClick={goOn}>
      {t('restarted')}
    </Button>
  );
}
