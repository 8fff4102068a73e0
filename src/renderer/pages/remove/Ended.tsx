import { Button } from '@fluentui/react-components';
import type { RunView } from '../../../shared/guide.ts';
import type { RunOutcome } from '../../../shared/run.ts';
import { canTryAgain } from '../../app/step-states.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { adviceWords } from '../../words/advice-words.ts';
import { outcomeWords } from '../../words/outcome-words.ts';
import { removeTexts } from './remove-page.texts.ts';
import { StepList } from './StepList.tsx';

type EndedView = Extract<RunView, { state: 'ended' }>;

/** How the removal went, and the one thing that comes next. */
export function Ended({ run }: { readonly run: EndedView }) {
  const t = useTexts(removeTexts);
  const words = useWords();
  const outcome = run.record.outcome ?? 'cancelled';
  const advice = adviceWords[outcome];
  return (
    <PageFrame
      heading={words(outcomeWords[outcome])}
      {...(advice !== null && { lead: words(advice) })}
      primary={<NextButton run={run} outcome={outcome} />}
    >
      {run.steps.length > 0 && (
        <Section title={t('steps')}>
          <StepList steps={run.steps} />
        </Section>
      )}
    </PageFrame>
  );
}

const aboutPasswords: readonly RunOutcome[] = ['passwordMissing', 'passwordWrong'];

function NextButton({ run, outcome }: { readonly run: EndedView; readonly outcome: RunOutcome }) {
  const { snapshot, act } = useGuide();
  const t = useTexts(removeTexts);
  if (run.restartNeeded) return <ContinueButton to="restart">{t('toRestart')}</ContinueButton>;
  if (!canTryAgain(snapshot)) return <ContinueButton to="proof">{t('toProof')}</ContinueButton>;
  const again = aboutPasswords.includes(outcome) && snapshot.passwordsGiven.length === 0;
  return (
    <>
      <Button onClick={() => void act('goTo', 'proof')}>{t('toProof')}</Button>
      {again && snapshot.plan !== null ? (
        <ContinueButton to="prepare">{t('toPrepare')}</ContinueButton>
      ) : (
        <Button appearance="primary" onClick={() => void act('resumeRemoval')}>
          {t('tryAgain')}
        </Button>
      )}
    </>
  );
}
