import { Button, Text } from '@fluentui/react-components';
import type { ReactivationView } from '../../../shared/contract/guide.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { nextWays } from '../../../shared/domain/run/next-ways.ts';
import { nextWords } from '../../../shared/words/next-step-words.ts';
import { outcomeTitle } from '../../../shared/words/outcome-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { gapWords } from '../../../shared/words/gap-words.ts';
import { DangerList } from '../../parts/DangerList.tsx';
import { NextButton } from '../../parts/NextButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { LiveCheck } from '../../parts/protection/LiveCheck.tsx';
import { QuarantineLink } from '../../parts/quarantine/QuarantineLink.tsx';
import { Section } from '../../parts/Section.tsx';
import { WaysOut } from '../../parts/WaysOut.tsx';
import { Remains } from './Remains.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { ProofOfProtection } from './ProofOfProtection.tsx';

export function ProofPage() {
  const { run } = useGuide().snapshot;
  return run.state === 'ended' ? <Proof record={run.record} /> : null;
}

/** What the computer itself says after the removal. */
function Proof({ record }: { readonly record: RunRecord }) {
  const words = useWords();
  const { t } = words;
  const lead = useLead(record);
  const { products } = record;
  return (
    <PageFrame
      heading={outcomeTitle(record, words) ?? t('outcome.cancelled.title')}
      {...(lead !== null && { lead })}
      back="remove"
      primary={<NextButtons record={record} />}
    >
      <DangerList state={record.state} />
      <ProofOfProtection record={record} />
      <WaysOut record={record} offersPage={false} />
      <LiveCheck />
      <Section title={t('page.proof.changes')}>
        {products.length === 0 ? (
          <Text>{t('page.proof.noneBefore')}</Text>
        ) : (
          <ChangesTable record={record} />
        )}
      </Section>
      <Remains record={record} />
      <CleanedUp />
      <ForTechnicians record={record} />
    </PageFrame>
  );
}

/** What was cleaned up is kept, and nobody has to do anything about it. */
function CleanedUp() {
  const { quarantine, moves } = useGuide().snapshot;
  const { t } = useWords();
  if (quarantine.hint !== 'kept' || moves.putBack?.id === 'restartFirst') return null;
  return (
    <Section title={t('page.quarantine.heading')}>
      <Text>
        {t('page.quarantine.kept')} <QuarantineLink>{t('page.quarantine.link')}</QuarantineLink>
      </Text>
    </Section>
  );
}

function useLead(record: RunRecord): string | null {
  const { reactivation } = useGuide().snapshot;
  const words = useWords();
  if (record.outcome === 'notProtected' && isOffered(reactivation))
    return words.t('page.proof.leadReactivate');
  return nextWords(record, words);
}

function isOffered({ plan }: ReactivationView): boolean {
  return plan !== null && plan.steps.length > 0;
}

/** What comes next is the primary button, where it is not one on the page itself; else the report. */
function NextButtons({ record }: { readonly record: RunRecord }) {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const [first] = nextWays(record);
  const isHere = first === 'protection' && isOffered(snapshot.reactivation);
  if (!isHere && (first === undefined || first === 'protection'))
    return <ContinueButton to="report">{t('page.proof.toReport')}</ContinueButton>;
  return (
    <>
      <Button onClick={() => void act('goTo', 'report')}>{t('page.proof.toReport')}</Button>
      {first !== undefined && first !== 'protection' && <NextButton way={first} primary />}
    </>
  );
}

function ForTechnicians({ record }: { readonly record: RunRecord }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  const { t, sentences } = words;
  if (!technicianMode) return null;
  return (
    <>
      <Section title={t('run.summary')}>
        <Text>{sentences(record.summary)}</Text>
      </Section>
      {record.notKnown.length > 0 && (
        <Section title={t('page.proof.notKnown')}>
          <ul>
            {record.notKnown.map((gap) => (
              <li key={gapWords(gap, words)}>{gapWords(gap, words)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
