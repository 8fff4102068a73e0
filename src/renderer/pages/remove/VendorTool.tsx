import { Button, Card, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useTexts } from '../../i18n/LanguageContext.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRemoveStyles } from './remove-page.styles.ts';
import { unhappyEndTexts } from './unhappy-end.texts.ts';

/** The way that is left when trying again changes nothing: the vendor's own tool, by hand. */
export function VendorTool() {
  const { ask } = useGuide();
  const styles = useRemoveStyles();
  const t = useTexts(unhappyEndTexts);
  return (
    <Section title={t('vendorTool')}>
      <Card className={styles.card}>
        <Text>{t('vendorToolText')}</Text>
        <div>
          <Button icon={<Open20Regular />} onClick={() => void ask('openLink', 'kaspersky')}>
            {t('vendorPage')}
          </Button>
        </div>
      </Card>
    </Section>
  );
}
