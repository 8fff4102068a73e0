import { Button, Card, Subtitle2, Text } from '@fluentui/react-components';
import type { RestoreView } from '../../../shared/contract/guide.ts';
import type { RunRecord } from '../../../shared/domain/record.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { EngineText } from '../../parts/EngineText.tsx';
import { EvidenceList } from '../../parts/EvidenceList.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { LiveCheck } from '../../parts/protection/LiveCheck.tsx';
import { Section } from '../../parts/Section.tsx';
import { adviceWords } from '../../words/advice-words.ts';
import { outcomeWords } from '../../../shared/words/outcome-words.ts';
import { beforeAfter, leftovers } from './before-after.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { useProofStyles } from './proof-page.styles.ts';
import { proofTexts } from './proof-page.texts.ts';
import { ProofOfProtection } from './ProofOfProtection.tsx';

export function ProofPage() {
  const { run } = useGuide().snapshot;
  return run.state === 'ended' ? <Proof record={run.record} /> : null;
}

/** What the computer itself says after the removal. */
function Proof({ record }: { readonly record: RunRecord }) {
  const t = useTexts(proofTexts);
  const words = useWords();
  const lead = useLead(record);
  const changes = beforeAfter(record);
  return (
    <PageFrame
      heading={words(outcomeWords[record.outcome ?? 'cancelled'])}
      {...(lead !== null && { lead })}
      back="remove"
      primary={<ToReport />}
    >
      <ProofOfProtection record={record} />
      <LiveCheck />
      <Section title={t('changes')}>
        {changes.length === 0 ? <Text>{t('noneBefore')}</Text> : <ChangesTable changes={changes} />}
      </Section>
      <Leftovers record={record} />
      <ForTechnicians record={record} />
    </PageFrame>
  );
}

function useLead({ outcome }: RunRecord): string | null {
  const { restore } = useGuide().snapshot;
  const t = useTexts(proofTexts);
  const words = useWords();
  if (outcome === 'notProtected' && isOffered(restore)) return t('leadBringBack');
  const advice = adviceWords[outcome ?? 'cancelled'];
  return advice === null ? null : words(advice);
}

function isOffered({ plan }: RestoreView): boolean {
  return plan !== null && plan.steps.length > 0;
}

/** While something more urgent is offered on the page, the report steps back. */
function ToReport() {
  const { snapshot, act } = useGuide();
  const t = useTexts(proofTexts);
  return isOffered(snapshot.restore) ? (
    <Button onClick={() => void act('goTo', 'report')}>{t('toReport')}</Button>
  ) : (
    <ContinueButton to="report">{t('toReport')}</ContinueButton>
  );
}

function Leftovers({ record }: { readonly record: RunRecord }) {
  const styles = useProofStyles();
  const t = useTexts(proofTexts);
  const left = leftovers(record);
  if (left.length === 0) return null;
  return (
    <Section title={t('leftovers')} note={t('leftoversNote')}>
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
  const t = useTexts(proofTexts);
  if (!technicianMode) return null;
  return (
    <>
      <Section title={t('summary')}>
        <Text>
          <EngineText>{record.summary}</EngineText>
        </Text>
      </Section>
      {record.notKnown.length > 0 && (
        <Section title={t('notKnown')}>
          <ul>
            {record.notKnown.map(({ section, gap }) => (
              <li key={`${section}:${gap.subject}`}>
                <EngineText code>
                  {section}: {gap.subject} ({gap.reason})
                </EngineText>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
