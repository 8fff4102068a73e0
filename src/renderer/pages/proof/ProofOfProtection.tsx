import { Text } from '@fluentui/react-components';
import type { RunRecord } from '../../../shared/domain/record.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useFormats, useTexts } from '../../i18n/LanguageContext.tsx';
import { BringBack } from '../../parts/protection/BringBack.tsx';
import { defenderTexts } from '../../parts/protection/defender.texts.ts';
import { Recheck } from '../../parts/protection/Recheck.tsx';
import { RestoreResults } from '../../parts/protection/RestoreResults.tsx';
import { ProtectionCard } from '../../parts/ProtectionCard.tsx';
import { Section } from '../../parts/Section.tsx';
import { useProofStyles } from './proof-page.styles.ts';
import { proofTexts } from './proof-page.texts.ts';

/** Whether something protects the computer now; if not, why, and the way to it. */
export function ProofOfProtection({ record }: { readonly record: RunRecord }) {
  const { restore } = useGuide().snapshot;
  const t = useTexts(proofTexts);
  const td = useTexts(defenderTexts);
  const showsResults = restore.progress.state === 'done';
  return (
    <>
      <Section title={t('protection')}>
        {record.protection !== null && <ProtectionCard protection={record.protection} />}
        <Gap gap={record.protectionGap} />
        <Recheck />
      </Section>
      <BringBack />
      {!showsResults && record.restored.length > 0 && (
        <Section title={td('whatWasDone')}>
          <RestoreResults results={record.restored} />
        </Section>
      )}
    </>
  );
}

/** Between Kaspersky and the next antivirus there may have been a while without either. */
function Gap({ gap }: { readonly gap: RunRecord['protectionGap'] }) {
  const styles = useProofStyles();
  const t = useTexts(proofTexts);
  const { duration, moment } = useFormats();
  if (gap === null) return null;
  const words =
    gap.seconds === null
      ? t('gapOpen', { time: moment(gap.from) })
      : t('gap', { time: duration(gap.seconds * 1000) });
  return <Text className={styles.quiet}>{words}</Text>;
}
