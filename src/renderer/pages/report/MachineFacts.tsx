import { Fragment } from 'react';
import { machineFacts } from '../../../shared/words/machine-facts.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './report-page.module.css';

/** What kind of computer the report is about, once a run has ended. */
export function MachineFacts() {
  const { run } = useGuide().snapshot;
  const words = useWords();
  const summary = run.state === 'ended' ? run.record.machineSummary : undefined;
  if (summary === undefined) return null;
  return (
    <Section title={words.t('machineFacts.title')}>
      <dl className={styles.facts}>
        {machineFacts(summary, words).map(({ label, says, detail }) => (
          <Fragment key={label}>
            <dt className={styles.quiet}>{label}</dt>
            <dd className={styles.fact}>{says ?? <Unreadable detail={detail} />}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}

function Unreadable({ detail }: { readonly detail: string }) {
  const { t } = useWords();
  return (
    <>
      {t('machineFacts.unreadable')} {detail}
    </>
  );
}
