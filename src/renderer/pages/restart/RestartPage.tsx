import { Button, Card, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { DangerList } from '../../parts/DangerList.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRestartStyles } from './restart-page.styles.ts';

/** A restart that finishes the removal, or one that may help a removal that failed. */
export function RestartPage() {
  const { run, practice } = useGuide().snapshot;
  const styles = useRestartStyles();
  const { t } = useWords();
  const finishes = run.state === 'ended' && run.restartNeeded;
  return (
    <PageFrame
      heading={t(finishes ? 'page.restart.heading' : 'page.restart.headingAgain')}
      lead={t(finishes ? 'page.restart.lead' : 'page.restart.leadAgain')}
      back="remove"
      primary={<GoOn />}
    >
      {run.state === 'ended' && <DangerList state={run.record.state} />}
      <Section title={t('page.restart.how')}>
        <Card>
          {practice ? (
            <Text>{t('page.restart.practiceHow')}</Text>
          ) : (
            <ol className={styles.list}>
              <li>{t('page.restart.save')}</li>
              <li>{t('page.restart.menu')}</li>
              <li>{t('page.restart.reopen')}</li>
            </ol>
          )}
        </Card>
      </Section>
      <Section title={t('page.restart.later')}>
        <Text>{t(finishes ? 'page.restart.laterFinish' : 'page.restart.laterAgain')}</Text>
      </Section>
    </PageFrame>
  );
}

/** On a real computer the person restarts Windows; whoever is here again afterwards goes on with the check. */
function GoOn() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const goOn = () => void act('resumeRemoval');
  const practise = async () => {
    if (await act('restartPractice')) await act('resumeRemoval');
  };
  return snapshot.practice ? (
    <>
      <Button onClick={goOn}>{t('page.restart.practiceSkip')}</Button>
      <Button appearance="primary" onClick={() => void practise()}>
        {t('page.restart.practiceRestart')}
      </Button>
    </>
  ) : (
    <Button appearance="primary" onClick={goOn}>
      {t('page.restart.restarted')}
    </Button>
  );
}
