import { Text } from '@fluentui/react-components';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { wayBack } from '../../../shared/domain/run/way-back.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Reactivate } from '../../parts/protection/Reactivate.tsx';
import { Recheck } from '../../parts/protection/Recheck.tsx';
import { ReactivationResults } from '../../parts/protection/ReactivationResults.tsx';
import { ProtectionCard } from '../../parts/ProtectionCard.tsx';
import { reactivations } from '../../parts/run-progress.ts';
import { Section } from '../../parts/Section.tsx';
import styles from './proof-page.module.css';

/** Whether something protects the computer now; if not, why, and the way to it. */
export function ProofOfProtection({ record }: { readonly record: RunRecord }) {
  const { reactivation, run } = useGuide().snapshot;
  const { t } = useWords();
  const steps = run.state === 'ended' ? reactivations(run.steps) : [];
  const showsResults = reactivation.progress.state === 'done';
  return (
    <>
      <Section title={t('page.proof.protection')}>
        {record.protection !== null && <ProtectionCard protection={record.protection} />}
        <Gap gap={record.protectionGap} />
        <Recheck />
      </Section>
      {record.protection?.verdict !== 'onlyKaspersky' && <Reactivate />}
      {!showsResults && steps.length > 0 && (
        <Section title={t('reactivate.whatWasDone')}>
          <ReactivationResults steps={steps} wayBack={wayBack(record)} />
        </Section>
      )}
    </>
  );
}

/** Between Kaspersky and the next antivirus there may have been a while without either. */
function Gap({ gap }: { readonly gap: RunRecord['protectionGap'] }) {
  const { t, duration, moment } = useWords();
  if (gap === null) return null;
  const words =
    gap.seconds === null
      ? t('page.proof.gapOpen', { time: moment(gap.from) })
      : t('page.proof.gap', { time: duration(gap.seconds * 1000) });
  return <Text className={styles.quiet}>{words}</Text>;
}
