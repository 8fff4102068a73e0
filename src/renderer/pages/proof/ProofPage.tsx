import { Card, Subtitle2, Text } from '@fluentui/react-components';
import type { RunRecord } from '../../../shared/run.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useFormats, useTexts, useWords } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { EngineText } from '../../parts/EngineText.tsx';
import { EvidenceList } from '../../parts/EvidenceList.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProtectionCard } from '../../parts/ProtectionCard.tsx';
import { Section } from '../../parts/Section.tsx';
import { adviceWords } from '../../words/advice-words.ts';
import { outcomeWords } from '../../words/outcome-words.ts';
import { beforeAfter, leftovers } from './before-after.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { useProofStyles } from './proof-page.styles.ts';
import { proofTexts } from './proof-page.texts.ts';

export function ProofPage() {
  const { run } = useGuide().snapshot;
  return run.state === 'ended' ? <Proof record={run.record} /> : null;
}

/** What the computer itself says after the removal. */
function Proof({ record }: { readonly record: RunRecord }) {
  const t = useTexts(proofTexts);
  const words = useWords();
  const outcome = record.outcome ?? 'cancelled';
  const advice = adviceWords[outcome];
  const changes = beforeAfter(record);
  return (
    <PageFrame
      heading={words(outcomeWords[outcome])}
      {...(advice !== null && { lead: words(advice) })}
      back="remove"
      primary={<ContinueButton to="report">{t('toReport')}</ContinueButton>}
    >
      {record.protection !== null && (
        <Section title={t('protection')}>
          <ProtectionCard protection={record.protection} />
          <Gap gap={record.protectionGap} />
        </Section>
      )}
      <Section title={t('changes')}>
        {changes.length === 0 ? <Text>{t('noneBefore')}</Text> : <ChangesTable changes={changes} />}
      </Section>
      <Leftovers record={record} />
      <ForTechnicians record={record} />
    </PageFrame>
  );
}

/** Between Kaspersky and the next antivirus there may have been a while without either. */
function Gap({ gap }: { readonly gap: RunRecord['protectionGap'] }) {
  const styles = useProofStyles();
  const t = useTexts(proofTexts);
  const { duration } = useFormats();
  if (gap === null || gap.seconds === null) return null;
  return <Text className={styles.quiet}>{t('gap', { time: duration(gap.seconds * 1000) })}</Text>;
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
      {record.restored.length > 0 && (
        <Section title={t('restored')}>
          <ul>
            {record.restored.map(({ title, message }) => (
              <li key={title}>
                <EngineText>
                  {title}: {message}
                </EngineText>
              </li>
            ))}
          </ul>
        </Section>
      )}
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
