import { Text } from '@fluentui/react-components';
import type { Problem } from '../../shared/contract/problem.ts';
import { ProblemText } from './ProblemText.tsx';

/** Whether a policy of this computer closes something. */
export function isForbidden(problem: Problem | null): problem is Problem {
  return problem?.id === 'forbiddenHere' || problem?.id === 'policyBroken';
}

/** Said in the place of the button that a policy takes away. */
export function Forbidden({ problem }: { readonly problem: Problem }) {
  return (
    <Text>
      <ProblemText problem={problem} />
    </Text>
  );
}
