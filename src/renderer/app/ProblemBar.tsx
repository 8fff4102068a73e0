import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useTexts } from '../i18n/LanguageContext.tsx';
import { ProblemText } from '../parts/ProblemText.tsx';
import { appTexts } from '../parts/app.texts.ts';

/** Why the engine refused the last call. Read out at once, because it answers what the person just did. */
export function ProblemBar() {
  const { problem, forgetProblem } = useGuide();
  const t = useTexts(appTexts);
  if (problem === null) return null;
  return (
    <section aria-label={t('problem')}>
      <MessageBar intent="error" shape="square" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{t('problem')}</MessageBarTitle>
          <ProblemText problem={problem} />
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label={t('dismiss')}
              icon={<DismissRegular />}
              onClick={forgetProblem}
            />
          }
        />
      </MessageBar>
    </section>
  );
}
