import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { RunView } from '../../../shared/contract/guide.ts';
import type { Hazard } from '../../../shared/domain/plan.ts';
import type { ProblemId } from '../../../shared/contract/problem.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProblemText } from '../../parts/ProblemText.tsx';
import { Section } from '../../parts/Section.tsx';
import { useHazardWords } from '../../parts/use-hazard-words.ts';
import { adviceWords } from '../../words/advice-words.ts';
import { outcomeWords } from '../../../shared/words/outcome-words.ts';
import { pageWords } from '../../words/page-words.ts';
import { stopByChoice } from '../prepare/preparation.ts';
import { choiceTexts } from '../protection/protection-choices.texts.ts';
import { removeTexts } from './remove-page.texts.ts';
import { StepList } from './StepList.tsx';
import { unhappyEndTexts } from './unhappy-end.texts.ts';

/** The engine found, at the last look, that something has to be solved first. */
export function Stopped({ hazards }: { readonly hazards: readonly Hazard[] }) {
  const t = useTexts(removeTexts);
  const held = useTexts(choiceTexts);
  const words = useWords();
  // The person made this stop themselves, and lifts it where they made it.
  const byChoice = hazards.every(({ id }) => id === stopByChoice);
  return (
    <PageFrame
      heading={words(outcomeWords.stopped)}
      lead={byChoice ? held('heldText') : words(adviceWords.stopped)}
      primary={
        <ContinueButton to={byChoice ? 'protection' : 'prepare'}>
          {byChoice ? words(pageWords.protection) : t('toPrepare')}
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
  const { title, advice } = useHazardWords(hazard);
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
  const t = useTexts(removeTexts);
  const unhappy = useTexts(unhappyEndTexts);
  return (
    <PageFrame
      heading={unhappy(run.restarted ? 'headingRestarted' : 'headingInterrupted')}
      lead={unhappy(run.restarted ? 'leadRestarted' : 'leadInterrupted')}
      primary={
        <Button appearance="primary" onClick={() => void act('resumeRemoval')}>
          {unhappy('goOn')}
        </Button>
      }
    >
      {run.steps.length > 0 && (
        <Section title={t('steps')}>
          <StepList steps={run.steps} halted />
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
  const unhappy = useTexts(unhappyEndTexts);
  const begun = run.runId !== null;
  return (
    <PageFrame
      heading={unhappy(begun ? 'headingNotResumed' : 'headingRefused')}
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
  const t = useTexts(removeTexts);
  const unhappy = useTexts(unhappyEndTexts);
  if (hopeless.includes(run.problem.id))
    return <ContinueButton to="check">{unhappy('beginAnew')}</ContinueButton>;
  const again = run.runId === null ? 'startRemoval' : 'resumeRemoval';
  return (
    <Button appearance="primary" onClick={() => void act(again)}>
      {t('tryAgain')}
    </Button>
  );
}
