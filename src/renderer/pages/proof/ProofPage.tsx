import { Button, Card, Subtitle2, Text } from '@fluentui/react-components';
import type { ReactivationView } from '../../../shared/contract/guide.ts';
import { whatIsLeft } from '../../../shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { outcomeAdvice } from '../../../shared/words/outcome-advice.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { gapWords } from '../../../shared/words/gap-words.ts';
import { DangerList } from '../../parts/DangerList.tsx';
import { EvidenceList } from '../../parts/EvidenceList.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { LiveCheck } from '../../parts/protection/LiveCheck.tsx';
import { Section } from '../../parts/Section.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { useProofStyles } from './proof-page.styles.ts';
import { ProofOfProtection } from './ProofOfProtection.tsx';

export function ProofPage() {
  const { run } = useGuide().snapshot;
  return run.state === 'ended' ? <Proof record={run.record} /> : null;
}

/** What the computer itself says after the removal. */
function Proof({ record }: { readonly record: RunRecord }) {
  const { t } = useWords();
  const lead = useLead(record);
  const { products } = record;
  return (
    <PageFrame
      heading={t(`outcome.${record.outcome ?? 'cancelled'}.title`)}
      {...(lead !== null && { lead })}
      back="remove"
      primary={<ToReport />}
    >
      <DangerList />
      <ProofOfProtection record={record} />
      <LiveCheck />
      <Section title={t('page.proof.changes')}>
        {products.length === 0 ? (
          <Text>{t('page.proof.noneBefore')}</Text>
        ) : (
          <ChangesTable changes={products} />
        )}
      </Section>
      <Leftovers record={record} />
      <ForTechnicians record={record} />
    </PageFrame>
  );
}

function useLead({ outcome }: RunRecord): string | null {
  const { reactivation } = useGuide().snapshot;
  const words = useWords();
  if (outcome === 'notProtected' && isOffered(reactivation))
    return words.t('page.proof.leadReactivate');
  return outcomeAdvice(outcome ?? 'cancelled', words);
}

function isOffered({ plan }: ReactivationView): boolean {
  return plan !== null && plan.steps.length > 0;
}

/** While something more urgent is offered on the page, the report steps back. */
function ToReport() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  return isOffered(snapshot.reactivation) ? (
    <Button onClick={() => void act('goTo', 'report')}>{t('page.proof.toReport')}</Button>
  ) : (
    <ContinueButton to="report">{t('page.proof.toReport')}</ContinueButton>
  );
}

function Leftovers({ record }: { readonly record: RunRecord }) {
  const styles = useProofStyles();
  const { t } = useWords();
  const left = whatIsLeft(record).filter(({ state }) => state === 'leftover');
  if (left.length === 0) return null;
  return (
    <Section title={t('changes.left')} note={t('page.proof.leftoversNote')}>
      <ul className={styles.list}>
        {left.map((finding) => (
          <li key={finding.id}>
            <Card>
              <Subtitle2 as="h3" translate="no" style={{ margin: 0 }} className={styles.name}>
                {finding.name}
              </Subtitle2>
              <EvidenceList evidence={finding.evidence} />
            </Card>
          </li>
        ))}
      </ul>
    </Section>
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
