import type { Message } from '../../../shared/domain/message.ts';
import { Badge, Button, ProgressBar, Subtitle2, Text } from '@fluentui/react-components';
import type {
  LiveCheckResult,
  ProbeOutcome,
} from '../../../shared/domain/protection/live-check.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../Card.tsx';
import { ToneIcon } from '../ProtectionCard.tsx';
import type { Tone } from '../../../shared/domain/tone.ts';
import { Section } from '../Section.tsx';
import { liveVerdict, type LiveVerdict } from './live-verdict.ts';
import { protectionNow } from './protection-now.ts';
import { ProblemMessage } from './ProblemMessage.tsx';
import styles from './protection-parts.module.css';

/** Offers to try two harmless samples, and says what that has shown and what it has not. */
export function LiveCheck() {
  const { snapshot, act } = useGuide();
  const { t } = useWords();
  const { liveCheck } = snapshot;
  const closed = snapshot.moves.checkLive;
  if (closed?.id === 'onlyToLookAt') return null;
  const isFirst = liveCheck.state === 'notBegun' || liveCheck.state === 'running';
  return (
    <Section title={t('liveCheck.title')}>
      <Text className={styles.measure}>{t('liveCheck.explained')}</Text>
      {protectionNow(snapshot)?.verdict === 'onlyKaspersky' && (
        <Text className={styles.measure}>{t('liveCheck.stillKaspersky')}</Text>
      )}
      {liveCheck.state === 'done' && <Result result={liveCheck.result} />}
      {liveCheck.state === 'failed' && <ProblemMessage problem={liveCheck.problem} />}
      <div className={styles.action}>
        <Button disabledFocusable={closed !== null} onClick={() => void act('checkLive')}>
          {t(isFirst ? 'liveCheck.start' : 'liveCheck.again')}
        </Button>
        {liveCheck.state === 'running' && <Running />}
      </div>
    </Section>
  );
}

function Running() {
  const { t } = useWords();
  return (
    <div className={styles.besideButton}>
      <ProgressBar aria-label={t('liveCheck.running')} />
      <Text className={styles.quiet}>{t('liveCheck.running')}</Text>
    </div>
  );
}

const tones = {
  reacted: 'good',
  partly: 'good',
  inconclusive: 'attention',
  couldNotTest: 'attention',
} as const satisfies Record<LiveVerdict, Tone>;

function Result({ result }: { readonly result: LiveCheckResult }) {
  const { t, moment } = useWords();
  const verdict = liveVerdict(result);
  return (
    <Card>
      <div className={styles.row}>
        <ToneIcon tone={tones[verdict]} />
        <div className={styles.stack}>
          <div className={styles.close}>
            <Subtitle2 as="h3" className={styles.title}>
              {t(`liveCheck.verdict.${verdict}.title`)}
            </Subtitle2>
            <Text className={styles.measure}>{t(`liveCheck.verdict.${verdict}.text`)}</Text>
          </div>
          <dl className={styles.samples}>
            <Sample name={t('liveCheck.script')} probe={result.amsi} />
            <Sample name={t('liveCheck.file')} probe={result.eicar} />
          </dl>
          {!result.eicar.cleanedUp && <Text>{t('liveCheck.fileLeft')}</Text>}
          <Text size={200} className={styles.quiet}>
            {t('liveCheck.testedAt', { time: moment(result.checkedAt) })}
          </Text>
        </div>
      </div>
    </Card>
  );
}

const colours = {
  detected: 'success',
  notDetected: 'informative',
  couldNotTest: 'warning',
} as const satisfies Record<ProbeOutcome, string>;

interface SampleProps {
  readonly name: string;
  readonly probe: { readonly outcome: ProbeOutcome; readonly detail: Message };
}

function Sample({ name, probe }: SampleProps) {
  const { technicianMode } = useGuide().snapshot;
  const { t, render } = useWords();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.sample}>
        <Badge appearance="tint" color={colours[probe.outcome]}>
          {t(`liveCheck.outcome.${probe.outcome}`)}
        </Badge>{' '}
        {technicianMode && <Text>{render(probe.detail)}</Text>}
      </dd>
    </>
  );
}
