import { subjectOf } from '../../../shared/domain/action-subject.ts';
import type { ReactNode } from 'react';
import type { Step } from '../../../shared/domain/plan/step.ts';
import type { StepResult } from '../../../shared/domain/plan/step.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Verbatim } from '../../parts/Verbatim.tsx';
import styles from './remove-page.module.css';

interface StepFactsProps {
  readonly step: Step;
  readonly result: StepResult | null;
}

/** Everything about one step that a technician may need. */
export function StepFacts({ step, result }: StepFactsProps) {
  const { t, duration, sentences } = useWords();
  const command = result?.command ?? commandOf(step);
  return (
    <dl className={styles.facts}>
      <Fact name={t('step.command')}>
        <Verbatim code>{command}</Verbatim>
      </Fact>
      <Fact name={t('step.timeLimit')}>{duration(step.timeLimitMs)}</Fact>
      {result !== null && (
        <>
          <Fact name={t('step.exitCode')}>{result.exitCode ?? '–'}</Fact>
          <Fact name={t('step.details')}>{sentences(result.message)}</Fact>
          <Fact name={t('step.log')}>
            <Verbatim code>{result.logFile ?? '–'}</Verbatim>
          </Fact>
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className={styles.quiet}>{name}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
}

/** Before it has run: what is going to, without the secrets, which are not in a plan. */
function commandOf({ action }: Step): string {
  if (action.kind === 'uninstallMsi') return `Windows Installer: ${action.productCode}`;
  if (action.kind === 'runUninstaller') return [action.program, ...action.args].join(' ');
  return [action.kind, subjectOf(action)].join(' ');
}
