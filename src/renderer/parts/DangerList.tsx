import { MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import type { Danger } from '../../shared/domain/plan/danger.ts';
import { isRepaired } from '../../shared/domain/plan/is-repaired.ts';
import type { Plan } from '../../shared/domain/plan/plan.ts';
import { dangerWords } from '../../shared/words/danger-words.ts';
import type { WindowWords } from '../../shared/words/translator.ts';
import type { State } from '../../shared/domain/state/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';

interface DangerListProps {
  readonly state: State | null;
  /** What the run will do about it; none where no run is ahead. */
  readonly plan?: Plan | null;
}

/** What of Kaspersky hurts by being there, with what to do now; before everything else on a page. */
export function DangerList({ state, plan = null }: DangerListProps) {
  return (state?.dangers ?? []).map((danger) => (
    <DangerBar
      key={`${danger.id}:${JSON.stringify(danger.repair)}`}
      danger={danger}
      repaired={plan !== null && isRepaired(danger, plan)}
    />
  ));
}

interface DangerBarProps {
  readonly danger: Danger;
  readonly repaired: boolean;
}

/** What Cutover mends itself nobody is sent to do by hand; if it fails, the end of the run says how. */
function DangerBar({ danger, repaired }: DangerBarProps) {
  const words = useWords();
  const { title, explanation, advice, late } = dangerWords(danger, words);
  return (
    <MessageBar intent={danger.severity === 'critical' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <Text as="p" block>
          {explanation}
        </Text>
        <Text as="p" block weight="semibold">
          {repaired ? repairs(danger, words) : advice}
        </Text>
        {late !== null && !repaired && (
          <Text as="p" block>
            {late}
          </Text>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function repairs({ severity }: Danger, { t }: WindowWords): string {
  const says = t('page.check.repairs');
  return severity === 'critical' ? `${says} ${t('page.check.repairsBeforeRestart')}` : says;
}
