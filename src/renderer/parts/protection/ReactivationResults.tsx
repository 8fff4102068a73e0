import { Text } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, DismissCircle20Filled } from '@fluentui/react-icons';
import type { StepView } from '../../../shared/contract/guide.ts';
import { subjectOf } from '../../../shared/domain/action-subject.ts';
import { stepWords } from '../../../shared/words/step-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Verbatim } from '../Verbatim.tsx';
import styles from './protection-parts.module.css';
import { stepGroups, type StepGroup } from './reactivation-groups.ts';

interface ReactivationResultsProps {
  readonly steps: readonly StepView[];
  /** The command that takes it back, for technicians. */
  readonly wayBack: string | null;
}

/** What was done to reactivate Microsoft Defender. */
export function ReactivationResults({ steps, wayBack }: ReactivationResultsProps) {
  const { technicianMode } = useGuide().snapshot;
  const { t } = useWords();
  return (
    <>
      <ul className={styles.list}>
        {stepGroups(steps).map((group) => (
          <li key={`${group.step.action.kind} ${group.done}`} className={styles.row}>
            <Result group={group} />
          </li>
        ))}
      </ul>
      {technicianMode && wayBack !== null && (
        <Text>
          {t('reactivate.wayBack')} <Verbatim code>{wayBack}</Verbatim>
        </Text>
      )}
    </>
  );
}

function Result({ group }: { readonly group: StepGroup }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  const { t } = words;
  return (
    <>
      {group.done ? (
        <CheckmarkCircle20Filled className={styles.good} aria-label={t('reactivate.done')} />
      ) : (
        <DismissCircle20Filled className={styles.bad} aria-label={t('reactivate.notDone')} />
      )}
      <div className={styles.close}>
        <Text>{stepWords(group.step, words)}</Text>
        {!group.done && <Text className={styles.quiet}>{t('reactivate.notDone')}</Text>}
        {technicianMode && group.views.map((view) => <Details key={view.step.id} view={view} />)}
      </div>
    </>
  );
}

function Details({ view: { step, result } }: { readonly view: StepView }) {
  const { sentences } = useWords();
  return (
    <Text>
      <Verbatim code>{subjectOf(step.action) ?? step.action.kind}</Verbatim>
      {`: ${sentences(result?.message ?? [])}`}
    </Text>
  );
}
