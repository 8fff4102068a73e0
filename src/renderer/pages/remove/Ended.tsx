import { Button } from '@fluentui/react-components';
import type { RunView } from '../../../shared/contract/guide.ts';
import { nextWays, type Way } from '../../../shared/domain/run/next-ways.ts';
import { helps } from '../../../shared/domain/run/run-outcomes.ts';
import { waysOut } from '../../../shared/domain/run/ways-out.ts';
import { nextWords } from '../../../shared/words/next-step-words.ts';
import { outcomeTitle } from '../../../shared/words/outcome-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { DangerList } from '../../parts/DangerList.tsx';
import { NextButton } from '../../parts/NextButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { Section } from '../../parts/Section.tsx';
import { WaysOut } from '../../parts/WaysOut.tsx';
import { removals } from '../../parts/run-progress.ts';
import { StepList } from './StepList.tsx';
import { VendorTool } from './VendorTool.tsx';

type WayHere = Exclude<Way, 'protection'>;
type EndedView = Extract<RunView, { state: 'ended' }>;

/** How the removal went, and the one thing that comes next. */
export function Ended({ run }: { readonly run: EndedView }) {
  const words = useWords();
  const { t } = words;
  const lead = useLead(run);
  const isOpen = waysOut(run.record).length > 0;
  const pageComesNext = waysHere(run)[0] === 'vendorTool';
  return (
    <PageFrame
      heading={outcomeTitle(run.record, words) ?? t('outcome.cancelled.title')}
      {...(lead !== null && { lead })}
      primary={<NextButtons run={run} />}
    >
      <DangerList state={run.record.state} />
      {run.steps.length > 0 && (
        <Section title={t('page.remove.steps')}>
          <StepList steps={removals(run.steps)} />
        </Section>
      )}
      {isOpen ? (
        <WaysOut record={run.record} offersPage={!pageComesNext} />
      ) : (
        helps(run.record, 'vendorTool') && <VendorTool comesNext={pageComesNext} />
      )}
    </PageFrame>
  );
}

/** Whoever was asked to restart before and is asked again has most likely shut the computer down. */
function useLead({ record, restartNeeded }: EndedView): string | null {
  const words = useWords();
  if (restartNeeded && record.starts > 1) return words.t('page.remove.leadStillRestart');
  return nextWords(record, words);
}

/** What the words say comes first is the primary button; the proof is there once nothing else can be done here. */
function NextButtons({ run }: { readonly run: EndedView }) {
  const { act } = useGuide();
  const { t } = useWords();
  const ways = waysHere(run);
  const [first] = ways;
  if (first === undefined)
    return <ContinueButton to="proof">{t('page.remove.toProof')}</ContinueButton>;
  return (
    <>
      {!run.restartNeeded && (
        <Button onClick={() => void act('goTo', 'proof')}>{t('page.remove.toProof')}</Button>
      )}
      {ways.toReversed().map((way) => (
        <NextButton key={way} way={way} primary={way === first} />
      ))}
    </>
  );
}

/** The vendor's page has a place of its own unless it comes first; protection is seen to on the page of the proof. */
function waysHere({ record }: EndedView): readonly WayHere[] {
  const [first, ...others] = nextWays(record).filter((way) => way !== 'protection');
  if (first === undefined) return [];
  if (first === 'password') return [first];
  const again = helps(record, 'again') ? (['again'] as const) : [];
  const more = [...others, ...again].filter((way) => way !== 'vendorTool' && way !== first);
  return [first, ...new Set(more)];
}
