import { Badge, Button, Card, ProgressBar, Subtitle2, Text } from '@fluentui/react-components';
import type { LiveCheckResult, ProbeOutcome } from '../../../shared/domain/live-check.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useFormats, useTexts } from '../../i18n/LanguageContext.tsx';
import { EngineText } from '../EngineText.tsx';
import { ToneIcon } from '../ProtectionCard.tsx';
import type { Tone } from '../../../shared/domain/tones.ts';
import { Section } from '../Section.tsx';
import { liveCheckTexts } from './live-check.texts.ts';
import { liveVerdict, type LiveVerdict } from './live-verdict.ts';
import { protectionNow } from './protection-now.ts';
import { ProblemMessage } from './ProblemMessage.tsx';
import { useProtectionPartsStyles } from './protection-parts.styles.ts';
import { useProtectionWork } from './use-protection-work.ts';

/** Offers to try two harmless samples, and says what that has shown and what it has not. */
export function LiveCheck() {
  const { snapshot, act } = useGuide();
  const styles = useProtectionPartsStyles();
  const t = useTexts(liveCheckTexts);
  const { busy, possible } = useProtectionWork();
  const { liveCheck } = snapshot;
  if (!possible) return null;
  const isFirst = liveCheck.state === 'notBegun' || liveCheck.state === 'running';
  return (
    <Section title={t('title')}>
      <Text className={styles.measure}>{t('explained')}</Text>
      {protectionNow(snapshot)?.verdict === 'onlyKaspersky' && (
        <Text className={styles.measure}>{t('stillKaspersky')}</Text>
      )}
      {liveCheck.state === 'done' && <Result result={liveCheck.result} />}
      {liveCheck.state === 'failed' && <ProblemMessage problem={liveCheck.problem} />}
      <div className={styles.action}>
        <Button disabledFocusable={busy} onClick={() => void act('checkLive')}>
          {t(isFirst ? 'start' : 'again')}
        </Button>
        {liveCheck.state === 'running' && <Running />}
      </div>
    </Section>
  );
}

function Running() {
  const styles = useProtectionPartsStyles();
  const t = useTexts(liveCheckTexts);
  return (
    <div className={styles.besideButton}>
      <ProgressBar aria-label={t('running')} />
      <Text className={styles.quiet}>{t('running')}</Text>
    </div>
  );
}

const verdicts = {
  reacted: { tone: 'good', text: 'reactedText' },
  partly: { tone: 'good', text: 'partlyText' },
  inconclusive: { tone: 'attention', text: 'inconclusiveText' },
  couldNotTest: { tone: 'attention', text: 'couldNotTestText' },
} as const satisfies Record<LiveVerdict, { tone: Tone; text: string }>;

function Result({ result }: { readonly result: LiveCheckResult }) {
  const styles = useProtectionPartsStyles();
  const t = useTexts(liveCheckTexts);
  const { moment } = useFormats();
  const verdict = liveVerdict(result);
  const { tone, text } = verdicts[verdict];
  return (
    <Card>
      <div className={styles.row}>
        <ToneIcon tone={tone} />
        <div className={styles.stack}>
          <div className={styles.close}>
            <Subtitle2 as="h3" className={styles.title}>
              {t(verdict)}
            </Subtitle2>
            <Text className={styles.measure}>{t(text)}</Text>
          </div>
          <dl className={styles.samples}>
            <Sample name={t('script')} probe={result.amsi} />
            <Sample name={t('file')} probe={result.eicar} />
          </dl>
          {!result.eicar.cleanedUp && <Text>{t('fileLeft')}</Text>}
          <Text size={200} className={styles.quiet}>
            {t('testedAt', { time: moment(result.checkedAt) })}
          </Text>
        </div>
      </div>
    </Card>
  );
}

const outcomes = {
  detected: { colour: 'success', text: 'detected' },
  notDetected: { colour: 'informative', text: 'notDetected' },
  couldNotTest: { colour: 'warning', text: 'notTested' },
} as const satisfies Record<ProbeOutcome, { colour: string; text: string }>;

interface SampleProps {
  readonly name: string;
  readonly probe: { readonly outcome: ProbeOutcome; readonly detail: string };
}

function Sample({ name, probe }: SampleProps) {
  const { technicianMode } = useGuide().snapshot;
  const styles = useProtectionPartsStyles();
  const t = useTexts(liveCheckTexts);
  const { colour, text } = outcomes[probe.outcome];
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.sample}>
        <Badge appearance="tint" color={colour}>
          {t(text)}
        </Badge>{' '}
        {technicianMode && <EngineText>{probe.detail}</EngineText>}
      </dd>
    </>
  );
}
