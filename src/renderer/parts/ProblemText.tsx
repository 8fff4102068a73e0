import { Text } from '@fluentui/react-components';
import type { Problem } from '../../shared/contract/problem.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { problemDetail, problemText } from '../words/problem-text.ts';
import { Verbatim } from './Verbatim.tsx';

/** Why something did not work: for the person in their language, and below it the detail for whoever helps them. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  const words = useWords();
  const detail = problemDetail(problem);
  return (
    <>
      <span>{problemText(problem, words)}</span>
      {detail !== null && (
        <Text as="p" block size={200} style={{ margin: 0 }}>
          {typeof detail === 'string' ? <Verbatim>{detail}</Verbatim> : words.render(detail)}
        </Text>
      )}
    </>
  );
}
