import { Button } from '@fluentui/react-components';
import type { RunView } from '../../../shared/contract/guide.ts';
import { helps } from '../../../shared/domain/run/run-outcomes.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { outcomeAdvice } from '../../../shared/words/outcome-advice.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { removals } from '../../parts/run-progress.ts';
import { StepList } from './StepList.tsx';
import { VendorTool } from './VendorTool.tsx';

type EndedView = Extract<RunView, { state: 'ended' }>;

/** How the removal went, and the one thing that comes next. */
export function Ended({ run }: { readonly run: EndedView }) {
  const { t } = useWords();
  const lead = useLead(run);
  const outcome = run.record.outcome ?? 'cancelled';
  return (
    <PageFrame
      heading={t(`outcome.${outcome}.title`)}
      {...(lead !== null && { lead })}
      primary={<NextButtons run={run} />}
    >
      {run.steps.length > 0 && (
        <Section title={t('page.remove.steps')}>
          <StepList steps={removals(run.steps)} />
        </Section>
      )}
      {helps(run.record, 'vendorTool') && <VendorTool />}
    </PageFrame>
  );
}

/** Whoever was asked to restart before and is asked again has most likely shut the computer down. */
function useLead({ record, restartNeeded }: EndedView): string | null {
  const words = useWords();
  const { t } = words;
  const outcome = record.outcome ?? 'cancelled';
  if (restartNeeded && record.starts > 1) return t('page.remove.leadStillRestart');
  if (record.starts > 1 && helps(record, 'vendorTool')) return t('page.remove.leadNoHelp');
  return outcomeAdvice(outcome, words);
}

function NextButtons({ run }: { readonly run: EndedView }) {
  const { act } = useGuide();
  const { t } = useWords();
  if (run.restartNeeded)
    return <ContinueButton to="restart">{t('page.remove.toRestart')}</ContinueButton>;
  if (!helps(run.record, 'again'))
    return <ContinueButton to="proof">{t('page.remove.toProof')}</ContinueButton>;
  return (
    <>
      <Button onClick={() => void act('goTo', 'proof')}>{t('page.remove.toProof')}</Button>
      <Again record={run.record} />
    </>
  );
}

/** What may end better: with a password, after a restart, or simply once more. */
function Again({ record }: { readonly record: RunRecord }) {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const again = () => void act('resumeRemoval');
  if (helps(record, 'password') && snapshot.passwordsGiven.length === 0) {
    return snapshot.plan === null ? (
      <ContinueButton to="check">{t('page.remove.checkFirst')}</ContinueButton>
    ) : (
      <ContinueButton to="prepare">{t('page.remove.toPrepare')}</ContinueButton>
    );
  }
  if (!helps(record, 'restart')) {
    return (
      <Button appearance="primary" onClick={again}>
        {t('page.remove.tryAgain')}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={again}>{t('page.remove.tryAgain')}</Button>
      <ContinueButton to="restart">{t('page.remove.toRestart')}</ContinueButton>
    </>
  );
}
