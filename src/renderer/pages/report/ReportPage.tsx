import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from '@fluentui/react-components';
import { Copy20Regular, Print20Regular, Save20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { nextWords } from '../../../shared/words/next-step-words.ts';
import { outcomeTitle } from '../../../shared/words/outcome-words.ts';
import { Card } from '../../parts/Card.tsx';
import { DangerList } from '../../parts/DangerList.tsx';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { closestRealLanguage } from '../../../shared/domain/languages.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { toneIntents } from '../../parts/tone-intents.ts';
import { BundleDialog } from './BundleDialog.tsx';
import { MachineFacts } from './MachineFacts.tsx';
import styles from './report-page.module.css';
import { TicketFields } from './TicketFields.tsx';

export function ReportPage() {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const { run } = snapshot;
  const back = run.state === 'ended' ? 'proof' : 'remove';
  const record = run.state === 'ended' || run.state === 'stopped' ? run.record : null;
  return (
    <PageFrame
      heading={t('page.report.heading')}
      lead={t('page.report.lead')}
      back={back}
      primary={<StartOver />}
    >
      {record !== null && <HowItEnded record={record} />}
      {snapshot.technicianMode && <TicketFields />}
      <TakeAway />
      <Phone />
      {snapshot.technicianMode && <MachineFacts />}
      {snapshot.technicianMode && (
        <Section title={t('page.report.bundle')} note={t('page.report.bundleNote')}>
          <BundleDialog />
        </Section>
      )}
    </PageFrame>
  );
}

/** What the report says first, so that nobody has to open it for that. */
function HowItEnded({ record }: { readonly record: RunRecord }) {
  const words = useWords();
  const { outcome, state } = record;
  const next = nextWords(record, words);
  if (outcome === null) return null;
  return (
    <>
      <MessageBar intent={toneIntents[outcomes[outcome].tone]} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{outcomeTitle(record, words)}</MessageBarTitle>
          {next}
        </MessageBarBody>
      </MessageBar>
      <DangerList state={state} />
    </>
  );
}

/** The end of the guide: nothing has to be done any more, so nothing stands out. */
function StartOver() {
  const { act } = useGuide();
  const { t } = useWords();
  return <Button onClick={() => void act('goTo', 'welcome')}>{t('page.report.another')}</Button>;
}

/** What a person can take with them, and what became of the last wish. */
function TakeAway() {
  const { snapshot, ask } = useGuide();
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const save = async (format: 'html' | 'json') => {
    const path = (await ask('saveReport', format))?.value.savedTo ?? null;
    if (path !== null) setSaid(t('page.report.savedTo', { path }));
  };
  const copy = async () => {
    if ((await ask('copySummary')) !== null) setSaid(t('page.report.copied'));
  };
  return (
    <div>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<Save20Regular />} onClick={() => void save('html')}>
          {t('page.report.save')}
        </Button>
        <Button icon={<Print20Regular />} onClick={() => void ask('printReport')}>
          {t('page.report.print')}
        </Button>
        <Button icon={<Copy20Regular />} onClick={() => void copy()}>
          {t('page.report.copy')}
        </Button>
        {snapshot.technicianMode && (
          <Button onClick={() => void save('json')}>{t('page.report.saveData')}</Button>
        )}
      </div>
      <Text block role="status" className={styles.said}>
        {said}
      </Text>
    </div>
  );
}

function Phone() {
  const { ask } = useGuide();
  const { t, language } = useWords();
  const [summary, setSummary] = useState('');
  useEffect(() => {
    void ask('summaryText').then((answer) => setSummary(answer?.value ?? ''));
  }, [ask, language]);
  return (
    <Section title={t('page.report.phone')} note={t('page.report.phoneNote')}>
      <Card>
        <Text className={styles.phone}>
          <span lang={closestRealLanguage(language)}>{summary}</span>
        </Text>
      </Card>
    </Section>
  );
}
