import { Card, Subtitle2, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { ToneIcon } from '../../parts/ProtectionCard.tsx';
import type { Tone } from '../../../shared/domain/tones.ts';
import { expectedProtection, type ExpectedProtection } from './expected-protection.ts';
import { useProtectionStyles } from './protection-page.styles.ts';
import { protectionTexts } from './protection-page.texts.ts';

const expectations = {
  already: { tone: 'good', title: 'already', text: 'alreadyText' },
  defenderReturns: { tone: 'good', title: 'defenderReturns', text: 'defenderReturnsText' },
  broughtBack: { tone: 'attention', title: 'broughtBack', text: 'broughtBackText' },
  nothing: { tone: 'bad', title: 'nothing', text: 'nothingText' },
  unchanged: { tone: 'attention', title: 'unchanged', text: 'unchangedText' },
} as const satisfies Record<ExpectedProtection, { tone: Tone; title: string; text: string }>;

/** What will protect the computer when Kaspersky is gone. */
export function Afterwards() {
  const { snapshot } = useGuide();
  const styles = useProtectionStyles();
  const t = useTexts(protectionTexts);
  const { tone, title, text } = expectations[expectedProtection(snapshot)];
  return (
    <Card>
      <div className={styles.row}>
        <ToneIcon tone={tone} />
        <div>
          <Subtitle2 as="h3" block className={styles.title}>
            {t(title)}
          </Subtitle2>
          <Text className={styles.quiet}>{t(text)}</Text>
        </div>
      </div>
    </Card>
  );
}
