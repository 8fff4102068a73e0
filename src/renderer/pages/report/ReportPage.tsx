import { Button, Card, Text } from '@fluentui/react-components';
import { Copy20Regular, Print20Regular, Save20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { closestRealLanguage } from '../../../shared/domain/languages.ts';
import { useLanguage, useTexts } from '../../i18n/LanguageContext.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { BundleDialog } from './BundleDialog.tsx';
import { MachineFacts } from './MachineFacts.tsx';
import { useReportStyles } from './report-page.styles.ts';
import { reportTexts } from './report-page.texts.ts';
import { TicketFields } from './TicketFields.tsx';

export function ReportPage() {
  const { snapshot } = useGuide();
  const t = useTexts(reportTexts);
  const back = snapshot.run.state === 'ended' ? 'proof' : 'remove';
  return (
    <PageFrame heading={t('heading')} lead={t('lead')} back={back} primary={<StartOver />}>
      {snapshot.technicianMode && <TicketFields />}
      <TakeAway />
      <Phone />
      {snapshot.technicianMode && <MachineFacts />}
      {snapshot.technicianMode && (
        <Section title={t('bundle')} note={t('bundleNote')}>
          <BundleDialog />
        </Section>
      )}
    </PageFrame>
  );
}

/** The end of the guide: nothing has to be done any more, so nothing stands out. */
function StartOver() {
  const { act } = useGuide();
  const t = useTexts(reportTexts);
  return <Button onClick={() => void act('goTo', 'welcome')}>{t('another')}</Button>;
}

/** What a person can take with them, and what became of the last wish. */
function TakeAway() {
  const { snapshot, ask } = useGuide();
  const styles = useReportStyles();
  const t = useTexts(reportTexts);
  const [said, setSaid] = useState('');
  const save = async (format: 'html' | 'json') => {
    const path = (await ask('saveReport', format))?.value.savedTo ?? null;
    if (path !== null) setSaid(t('savedTo', { path }));
  };
  const copy = async () => {
    if ((await ask('copySummary')) !== null) setSaid(t('copied'));
  };
  return (
    <div>
      <div className={styles.buttons}>
        <Button appearance="primary" icon={<Save20Regular />} onClick={() => void save('html')}>
          {t('save')}
        </Button>
        <Button icon={<Print20Regular />} onClick={() => void ask('printReport')}>
          {t('print')}
        </Button>
        <Button icon={<Copy20Regular />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        {snapshot.technicianMode && (
          <Button onClick={() => void save('json')}>{t('saveData')}</Button>
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
  const styles = useReportStyles();
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const [summary, setSummary] = useState('');
  useEffect(() => {
    void ask('summaryText').then((answer) => setSummary(answer?.value ?? ''));
  }, [ask, language]);
  return (
    <Section title={t('phone')} note={t('phoneNote')}>
      <Card>
        <Text className={styles.phone}>
          <span lang={closestRealLanguage(language)}>{summary}</span>
        </Text>
      </Card>
    </Section>
  );
}
