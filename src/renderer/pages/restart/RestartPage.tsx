import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { aroundRestart } from '../../../shared/domain/run/around-restart.ts';
import { stepsTaken } from '../../../shared/domain/run/steps-taken.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { DangerList } from '../../parts/DangerList.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './restart-page.module.css';

/** A restart that finishes the removal, or one that may help a removal that failed. */
export function RestartPage() {
  const { run } = useGuide().snapshot;
  if (run.state !== 'ended') return null;
  const { record, restartNeeded } = run;
  return record.outcome === 'restartStarted' ? (
    <Started record={record} />
  ) : (
    <Asked record={record} finishes={restartNeeded} />
  );
}

interface AskedProps {
  readonly record: RunRecord;
  readonly finishes: boolean;
}

function Asked({ record, finishes }: AskedProps) {
  const { t } = useWords();
  const byCutover = useIsOffered();
  return (
    <PageFrame
      heading={t(finishes ? 'page.restart.heading' : 'page.restart.headingAgain')}
      lead={t(finishes ? 'page.restart.lead' : 'page.restart.leadAgain')}
      back="remove"
      primary={byCutover ? <NowOrLater /> : <GoOn primary />}
    >
      <NotStarted record={record} />
      <DangerList state={record.state} />
      {byCutover && <Text>{t('page.restart.nowText')}</Text>}
      {(!byCutover || wasLeft(record)) && <ByHand record={record} />}
      <Section title={t('page.restart.later')}>
        <Text>{t(finishes ? 'page.restart.laterFinish' : 'page.restart.laterAgain')}</Text>
        {byCutover && !wasLeft(record) && (
          <Text>
            {t(isByItself(record) ? 'page.restart.laterByItself' : 'page.restart.laterHow')}
          </Text>
        )}
      </Section>
    </PageFrame>
  );
}

/** A practice computer restarts by a button of its own. */
function useIsOffered(): boolean {
  const { practice, moves } = useGuide().snapshot;
  return !practice && moves.restartNow === null;
}

/** Windows was asked to restart, and somebody is told what comes next. */
function Started({ record }: { readonly record: RunRecord }) {
  const { t } = useWords();
  const lead = isByItself(record) ? 'page.restart.startedLead' : 'page.restart.startedByHand';
  return (
    <PageFrame heading={t('page.restart.started')} lead={t(lead)} back="remove" primary={<GoOn />}>
      <DangerList state={record.state} />
    </PageFrame>
  );
}

/** Windows goes on with the run once the person is signed in again. */
function isByItself(record: RunRecord): boolean {
  return aroundRestart(stepsTaken(record)).goesOn === true;
}

/** The restart that a person asked for and that did not come about. */
function wasLeft(record: RunRecord): boolean {
  return leftSteps(record).length > 0;
}

function leftSteps(record: RunRecord) {
  return stepsTaken(record).filter(
    ({ step, result }) => step.action.kind === 'restartComputer' && result.outcome !== 'done',
  );
}

function NotStarted({ record }: { readonly record: RunRecord }) {
  const { t, sentences } = useWords();
  const left = leftSteps(record);
  if (left.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t('page.restart.notStarted')} {left.map(({ result }) => sentences(result.message))}
      </MessageBarBody>
    </MessageBar>
  );
}

function ByHand({ record }: { readonly record: RunRecord }) {
  const { practice } = useGuide().snapshot;
  const { t } = useWords();
  return (
    <Section title={t('page.restart.how')}>
      <Card>
        {practice ? (
          <Text>{t('page.restart.practiceHow')}</Text>
        ) : (
          <ol className={styles.list}>
            <li>{t('page.restart.save')}</li>
            <li>{t('page.restart.menu')}</li>
            <li>{t(isByItself(record) ? 'page.restart.signIn' : 'page.restart.reopen')}</li>
          </ol>
        )}
      </Card>
    </Section>
  );
}

/** Later is a good answer too: whoever opens Cutover again comes back to this. */
function NowOrLater() {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <>
      <Button onClick={() => void act('goTo', 'welcome')}>{t('page.restart.notNow')}</Button>
      <Button appearance="primary" onClick={() => void act('restartNow')}>
        {t('page.restart.now')}
      </Button>
    </>
  );
}

/** Whoever is here again after a restart goes on with the check; while Windows restarts there is nothing to do. */
function GoOn({ primary = false }: { readonly primary?: boolean }) {
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
    <Button appearance={primary ? 'primary' : 'secondary'} onClick={goOn}>
      {t('page.restart.restarted')}
    </Button>
  );
}
