import { MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import type { Danger } from '../../shared/domain/plan/danger.ts';
import { dangerWords } from '../../shared/words/danger-words.ts';
import type { State } from '../../shared/domain/state/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';

/** What of Kaspersky hurts by being there, with what to do now; before everything else on a page. */
export function DangerList({ state }: { readonly state: State | null }) {
  return (state?.dangers ?? []).map((danger) => (
    <DangerBar key={`${danger.id}:${JSON.stringify(danger.repair)}`} danger={danger} />
  ));
}

function DangerBar({ danger }: { readonly danger: Danger }) {
  const { title, explanation, advice, late } = dangerWords(danger, useWords());
  return (
    <MessageBar intent={danger.severity === 'critical' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <Text as="p" block>
          {explanation}
        </Text>
        <Text as="p" block weight="semibold">
          {advice}
        </Text>
        {late !== null && (
          <Text as="p" block>
            {late}
          </Text>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
