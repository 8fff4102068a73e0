import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Problem } from '../../../shared/contract/problem.ts';
import { ProblemText } from '../ProblemText.tsx';

/** Why something around the protection did not work, where it was asked for. */
export function ProblemMessage({ problem }: { readonly problem: Problem }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <ProblemText problem={problem} />
      </MessageBarBody>
    </MessageBar>
  );
}
