import { Subtitle2, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import type { Tone } from '../../../shared/domain/tone.ts';
import { Card } from '../../parts/Card.tsx';
import { ToneIcon } from '../../parts/ProtectionCard.tsx';
import { expectedProtection, type ExpectedProtection } from './expected-protection.ts';
import styles from './protection-page.module.css';

const tones = {
  already: 'good',
  defenderReturns: 'good',
  reactivated: 'attention',
  nothing: 'bad',
  unchanged: 'attention',
} as const satisfies Record<ExpectedProtection, Tone>;

/** What will protect the computer when Kaspersky is gone. */
export function Afterwards() {
  const { snapshot } = useGuide();
  const { t } = useWords();
  const expected = expectedProtection(snapshot);
  return (
    <Card>
      <div className={styles.row}>
        <ToneIcon tone={tones[expected]} />
        <div>
          <Subtitle2 as="h3" block className={styles.title}>
            {t(`page.protection.expected.${expected}.title`)}
          </Subtitle2>
          <Text className={styles.quiet}>{t(`page.protection.expected.${expected}.text`)}</Text>
        </div>
      </div>
    </Card>
  );
}
