import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { RunView } from '../../../shared/contract/guide.ts';
import { stopByChoice } from '../../../shared/domain/plan/open-hazards.ts';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import type { ProblemId } from '../../../shared/contract/problem.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProblemText } from '../../parts/ProblemText.tsx';
import { Section } from '../../parts/Section.tsx';
import { removals } from '../../parts/run-progress.ts';
import { StepList } from './StepList.tsx';

/** The engine found, at the last look, that something has to be solved first. */
export function Stopped({ hazards }: { readonly hazards: readonly Hazard[] }) {
  const { t } = useWords();
  // The person made this stop themselves, and lifts it where they made it.
  const byChoice = hazards.every(({ id }) => id === stopByChoice);
  return (
    <PageFrame
      heading={t('outcome.stopped.title')}
      lead={byChoice ? t('page.protection.choice.heldText') : t('outcome.stopped.advice')}
      primary={
        <ContinueButton to={byChoice ? 'protection' : 'prepare'}>
          {byChoice ? t('page.protection.name') : t('page.remove.toPrepare')}
        </ContinueButton>
      }
    >
      {hazards.map((hazard) => (
        <HazardBar key={hazard.id} hazard={hazard} />
      ))}
    </PageFrame>
  );
}

function HazardBar({ hazard }: { readonly hazard: Hazard }) {
  const { title, advice } = hazardWords(hazard, useWords());
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {advice}
      </MessageBarBody>
    </MessageBar>
  );
}

type InterruptedView = Extract<RunView, { state: 'interrupted' }>;

/** The program ended in the middle, or Windows has been restarted since: how far it came, and the way on. */
export function Interrupted({ run }: { readonly run: InterruptedView }) {
  const { act } = useGuide();
  const { t } = useWords();
  return (
    <PageFrame
      heading={t(run.restarted ? 'page.remove.headingRestarted' : 'page.remove.headingInterrupted')}
      lead={t(run.restarted ? 'page.remove.leadRestarted' : 'page.remove.leadInterrupted')}
      primary={
        <Button appearance="primary" onClick={() => void act('resumeRemoval')}>
          {t('page.remove.goOn')}
        </Button>
      }
    >
      {run.steps.length > 0 && (
        <Section title={t('page.remove.steps')}>
          <StepList steps={removals(run.steps)} halted />
        </Section>
      )}
    </PageFrame>
  );
}

type RefusedView = Extract<RunView, { state: 'refused' }>;

/** With these the run itself cannot go on, however often it is tried. */
const hopeless: readonly ProblemId[] = [
  'otherMachine',
  'tooManyStarts',
  'journalUnreadable',
  'runFolderGone',
];

/** Another run holds the machine, or nothing can be written. */
export function Refused({ run }: { readonly run: RefusedView }) {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const begun = run.runId !== null;
  return (
    <PageFrame
      heading={t(begun ? 'page.remove.headingNotResumed' : 'page.remove.headingRefused')}
      back={!begun && snapshot.scan.state === 'done' ? 'protection' : undefined}
      primary={<AfterRefusal run={run} />}
    >
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <ProblemText problem={run.problem} />
        </MessageBarBody>
      </MessageBar>
    </PageFrame>
  );
}

function AfterRefusal({ run }: { readonly run: RefusedView }) {
  const { act } = useGuide();
  const { t } = useWords();
  if (hopeless.includes(run.problem.id))
    return <ContinueButton to="check">{t('page.remove.beginAnew')}</ContinueButton>;
  const again = run.runId === null ? 'startRemoval' : 'resumeRemoval';
  return (
    <Button appearance="primary" onClick={() => void act(again)}>
      {t('page.remove.tryAgain')}
    </Button>
  );
}
