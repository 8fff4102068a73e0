import { Button } from '@fluentui/react-components';
import { helps } from '../../../shared/domain/outcomes.ts';
import type { RunRecord } from '../../../shared/domain/record.ts';
import { canTryAgain, type RunView } from '../../../shared/contract/guide.ts';
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
      primary={<NextButtons run={run} />}
    >
      {run.steps.length > 0 && (
        <Section title={t('steps')}>
          <StepList steps={run.steps} />
        </Section>
      )}
      {helps(run.record, 'vendorTool') && <VendorTool />}
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
  if (record.starts > 1 && helps(record, 'vendorTool')) return t('leadNoHelp');
  return advice === null ? null : words(advice);
}

function NextButtons({ run }: { readonly run: EndedView }) {
  const { snapshot, act } = useGuide();
  const t = useTexts(removeTexts);
  if (run.restartNeeded) return <ContinueButton to="restart">{t('toRestart')}</ContinueButton>;
  if (!canTryAgain(snapshot)) return <ContinueButton to="proof">{t('toProof')}</ContinueButton>;
  return (
    <>
      <Button onClick={() => void act('goTo', 'proof')}>{t('toProof')}</Button>
      <Again record={run.record} />
    </>
  );
}

/** What may end better: with a password, after a restart, or simply once more. */
function Again({ record }: { readonly record: RunRecord }) {
  const { snapshot, act } = useGuide();
  const t = useTexts(removeTexts);
  const unhappy = useTexts(unhappyEndTexts);
  const again = () => void act('resumeRemoval');
  if (helps(record, 'password') && snapshot.passwordsGiven.length === 0) {
    return snapshot.plan === null ? (
      <ContinueButton to="check">{unhappy('checkFirst')}</ContinueButton>
    ) : (
      <ContinueButton to="prepare">{t('toPrepare')}</ContinueButton>
    );
  }
  if (!helps(record, 'restart')) {
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
