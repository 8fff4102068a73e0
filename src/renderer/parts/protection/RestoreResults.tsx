import { Text } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, DismissCircle20Filled } from '@fluentui/react-icons';
import type { RestoreStepResult } from '../../../shared/domain/record.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Verbatim } from '../Verbatim.tsx';
import { useProtectionPartsStyles } from './protection-parts.styles.ts';
import { resultGroups, type ResultGroup } from './restore-groups.ts';
import { useRestoreStepWords } from './use-restore-step-words.ts';

/** What was done to bring Microsoft Defender back; technicians also see how it is taken back. */
export function RestoreResults({ results }: { readonly results: readonly RestoreStepResult[] }) {
  const styles = useProtectionPartsStyles();
  return (
    <ul className={styles.list}>
      {resultGroups(results).map((group) => (
        <li key={`${group.title} ${group.done}`} className={styles.row}>
          <Result group={group} />
        </li>
      ))}
    </ul>
  );
}

function Result({ group }: { readonly group: ResultGroup }) {
  const { technicianMode } = useGuide().snapshot;
  const styles = useProtectionPartsStyles();
  const { t } = useWords();
  const wordsOf = useRestoreStepWords();
  return (
    <>
      {group.done ? (
        <CheckmarkCircle20Filled className={styles.good} aria-label={t('reactivate.done')} />
      ) : (
        <DismissCircle20Filled className={styles.bad} aria-label={t('reactivate.notDone')} />
      )}
      <div className={styles.close}>
        <Text>{wordsOf(group.title)}</Text>
        {!group.done && <Text className={styles.quiet}>{t('reactivate.notDone')}</Text>}
        {technicianMode &&
          group.results.map((result) => <Details key={result.title} result={result} />)}
      </div>
    </>
  );
}

function Details({ result }: { readonly result: RestoreStepResult }) {
  const { t } = useWords();
  return (
    <>
      <Verbatim>{`${result.title}: ${result.message}`}</Verbatim>
      {result.undo !== null && (
        <Text size={200}>
          {t('reactivate.takeBack')} <Verbatim>{result.undo}</Verbatim>
        </Text>
      )}
      {result.logFile !== null && <Verbatim code>{result.logFile}</Verbatim>}
    </>
  );
}
