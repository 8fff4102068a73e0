import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { StepView } from '../../../shared/contract/guide.ts';
import type { QuarantineWork } from '../../../shared/contract/quarantine-view.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import { stepHeading } from '../../../shared/words/step-words.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ProblemMessage } from '../../parts/protection/ProblemMessage.tsx';
import { workWords } from '../../parts/quarantine/quarantine-words.ts';
import { toneIntents } from '../../parts/tone-intents.ts';
import { useFocusWhereItWas } from '../../parts/use-focus-where-it-was.ts';
import styles from './quarantine-page.module.css';

/** What is being done with what was cleaned up, and what came of it. */
export function WorkDone({ work }: { readonly work: QuarantineWork }) {
  const said = workWords(work, useWords());
  switch (work.state) {
    case 'notBegun':
      return null;
    case 'puttingBack':
      return <Working words={said} steps={work.steps} />;
    case 'deleting':
      return <Working words={said} steps={[]} />;
    case 'failed':
      return (
        <Result>
          <ProblemMessage problem={work.problem} />
        </Result>
      );
    case 'deleted':
      return (
        <Result>
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        </Result>
      );
    case 'putBack':
      return (
        <Result>
          <PutBack record={work.record} steps={work.steps} />
        </Result>
      );
  }
}

interface WorkingProps {
  readonly words: string | null;
  readonly steps: readonly StepView[];
}

function Working({ words, steps }: WorkingProps) {
  const ended = steps.filter(({ status }) => status === 'ended').length;
  const known = ended > 0 && ended < steps.length ? { value: ended / steps.length } : {};
  return (
    <div className={styles.working}>
      <ProgressBar thickness="large" aria-label={words ?? ''} {...known} />
      <Text weight="semibold">{words}</Text>
    </div>
  );
}

/** Below the heading, where the button was that is gone now. */
function Result({ children }: { readonly children: ReactNode }) {
  const ref = useFocusWhereItWas();
  return (
    <div ref={ref} tabIndex={-1} className={styles.focusable}>
      {children}
    </div>
  );
}

interface PutBackProps {
  readonly record: RunRecord;
  readonly steps: readonly StepView[];
}

function PutBack({ record: { outcome, summary }, steps }: PutBackProps) {
  const words = useWords();
  const ending = outcome ?? 'cancelled';
  const failed = steps.filter(({ result }) => result?.outcome !== 'done');
  return (
    <MessageBar intent={toneIntents[outcomes[ending].tone]} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.t(`outcome.${ending}.title`)}</MessageBarTitle>
        {words.sentences(summary)}
        {failed.length > 0 && (
          <ul>
            {failed.map(({ step, result }) => (
              <li key={step.id}>
                {stepHeading(step, words)}: {words.sentences(result?.message ?? [])}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
