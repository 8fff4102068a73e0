import { Button } from '@fluentui/react-components';
import { restartMayHelp, type RunView } from '../../../shared/contract/guide.ts';
import type { RunOutcome } from '../../../shared/domain/outcome.ts';
import { canTryAgain } from '../../../shared/contract/guide.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { adviceWords } from '../../words/advice-words.ts';
import { outcomeWords } from '../../../shared/words/outcome-words.ts';
import { removeTexts } from './remove-page.texts.ts';
import { StepList } from './StepList.tsx';
import { unhappyEndTexts } from './unhappy-end.texts.ts';
import { VendorTool } from './VendorTool.tsx';

type EndedView = Extract<RunView, { state: 'ended' }>;

/** How the removal went, and the one thing that comes next. */
export function Ended({ run }: { readonly run: EndedView }) {
  const t = useTexts(removeTexts);
  const words = useWords();
  const lead = useLead(run);
  const outcome = run.record.outcome ?? 'cancelled';
  return (
    <PageFrame
      heading={words(outcomeWords[outcome])}
      {...(lead !== null && { lead })}
      primary={<NextButtons run={run} outcome={outcome} />}
    >
      {run.steps.length > 0 && (
        <Section title={t('steps')}>
          <StepList steps={run.steps} />
        </Section>
      )}
      {mayNeedVendor.includes(outcome) && <VendorTool />}
    </PageFrame>
  );
}

/** Whoever was asked to restart before and is asked again has most likely shut the computer down. */
function useLead({ record, restartNeeded }: EndedView): string | null {
  const words = useWords();
  const t = useTexts(unhappyEndTexts);
  const outcome = record.outcome ?? 'cancelled';
  const advice = adviceWords[outcome];
  if (restartNeeded && record.starts > 1) return t('leadStillRestart');
  if (record.starts > 1 && mayNeedVendor.includes(outcome)) return t('leadNoHelp');
  return advice === null ? null : words(advice);
}

const mayNeedVendor: readonly RunOutcome[] = ['stillPresent', 'uninstallerFailed', 'timedOut'];
const aboutPasswords: readonly RunOutcome[] = ['passwordMissing', 'passwordWrong'];

interface NextButtonsProps {
  readonly run: EndedView;
  readonly outcome: RunOutcome;
}

function NextButtons({ run, outcome }: NextButtonsProps) {
  const { snapshot, act } = useGuide();
  const t = useTexts(removeTexts);
  if (run.restartNeeded) return <ContinueButton to="restart">{t('toRestart')}</ContinueButton>;
  if (!canTryAgain(snapshot)) return <ContinueButton to="proof">{t('toProof')}</ContinueButton>;
  return (
    <>
      <Button onClick={() => void act('goTo', 'proof')}>{t('toProof')}</Button>
      <Again outcome={outcome} />
    </>
  );
}

/** What may end better: with a password, after a restart, or simply once more. */
function Again({ outcome }: { readonly outcome: RunOutcome }) {
  const { snapshot, act } = useGuide();
  const t = useTexts(removeTexts);
  const unhappy = useTexts(unhappyEndTexts);
  const again = () => void act('resumeRemoval');
  if (aboutPasswords.includes(outcome) && snapshot.passwordsGiven.length === 0) {
    return snapshot.plan === null ? (
      <ContinueButton to="check">{unhappy('checkFirst')}</ContinueButton>
    ) : (
      <ContinueButton to="prepare">{t('toPrepare')}</ContinueButton>
    );
  }
  if (!restartMayHelp.includes(outcome)) {
    return (
      <Button appearance="primary" onClick={again}>
        {t('tryAgain')}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={again}>{t('tryAgain')}</Button>
      <ContinueButton to="restart">{t('toRestart')}</ContinueButton>
    </>
  );
}
