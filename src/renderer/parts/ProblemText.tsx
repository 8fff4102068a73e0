import { Text } from '@fluentui/react-components';
import type { Problem } from '../../shared/contract/problem.ts';
import { useLanguage } from '../i18n/LanguageContext.tsx';
import { problemDetail, problemText } from '../words/problem-text.ts';
import { EngineText } from './EngineText.tsx';

/** Why something did not work: for the person in their language, and below it the detail for whoever helps them. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  const language = useLanguage();
  const detail = problemDetail(problem);
  return (
    <>
      <span>{problemText(problem, language)}</span>
      {detail !== null && (
        <Text as="p" block size={200} style={{ margin: 0 }}>
          <EngineText>{detail}</EngineText>
        </Text>
      )}
    </>
  );
}
