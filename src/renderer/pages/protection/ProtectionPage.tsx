import { Card, Link, Subtitle2, Text } from '@fluentui/react-components';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { ContinueButton } from '../../parts/ContinueButton.tsx';
import { PageFrame } from '../../parts/PageFrame.tsx';
import { ProtectionCard, ToneIcon, type ToneName } from '../../parts/ProtectionCard.tsx';
import { Section } from '../../parts/Section.tsx';
import { expectedProtection, type ExpectedProtection } from './expected-protection.ts';
import { useProtectionStyles } from './protection-page.styles.ts';
import { protectionTexts } from './protection-page.texts.ts';

export function ProtectionPage() {
  const { snapshot } = useGuide();
  const styles = useProtectionStyles();
  const t = useTexts(protectionTexts);
  const { scan, plan } = snapshot;
  const nothingGoes = plan === null || plan.steps.length === 0;
  return (
    <PageFrame
      heading={t('heading')}
      lead={t('lead')}
      back={nothingGoes ? 'check' : 'prepare'}
      primary={<ContinueButton to="remove" />}
    >
      <div className={styles.pair}>
        <Section title={t('now')}>
          {scan.state === 'done' && <ProtectionCard protection={scan.protection} />}
        </Section>
        <Section title={t('afterwards')}>
          <Afterwards expected={expectedProtection(snapshot)} />
        </Section>
      </div>
      <AboutDefender />
    </PageFrame>
  );
}

const expectations = {
  already: { tone: 'good', title: 'already', text: 'alreadyText' },
  defenderReturns: { tone: 'good', title: 'defenderReturns', text: 'defenderReturnsText' },
  nothing: { tone: 'bad', title: 'nothing', text: 'nothingText' },
  unchanged: { tone: 'warning', title: 'unchanged', text: 'unchangedText' },
} as const satisfies Record<ExpectedProtection, { tone: ToneName; title: string; text: string }>;

function Afterwards({ expected }: { readonly expected: ExpectedProtection }) {
  const styles = useProtectionStyles();
  const t = useTexts(protectionTexts);
  const { tone, title, text } = expectations[expected];
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

function AboutDefender() {
  const { ask } = useGuide();
  const styles = useProtectionStyles();
  const t = useTexts(protectionTexts);
  return (
    <Section title={t('whatIsDefender')}>
      <div className={styles.about}>
        <Text>{t('defenderText')}</Text>
        <Link as="button" onClick={() => void ask('openLink', 'windowsSecurity')}>
          {t('more')}
        </Link>
      </div>
    </Section>
  );
}
