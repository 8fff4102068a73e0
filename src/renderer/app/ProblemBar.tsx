import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { ProblemText } from '../parts/ProblemText.tsx';

/** Why the engine refused the last call. Read out at once, because it answers what the person just did. */
export function ProblemBar() {
  const { problem, forgetProblem } = useGuide();
  const { t } = useWords();
  if (problem === null) return null;
  return (
    <section aria-label={t('problemBar.title')}>
      <MessageBar intent="error" shape="square" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{t('problemBar.title')}</MessageBarTitle>
          <ProblemText problem={problem} />
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={t('problemBar.dismiss')}
              icon={<DismissRegular />}
              onClick={forgetProblem}
            />
          }
        />
      </MessageBar>
    </section>
  );
}
