import { Button, Card, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRemoveStyles } from './remove-page.styles.ts';

/** The way that is left when trying again changes nothing: the vendor's own tool, by hand. */
export function VendorTool() {
  const { ask } = useGuide();
  const styles = useRemoveStyles();
  const { t } = useWords();
  return (
    <Section title={t('page.remove.vendorTool')}>
      <Card className={styles.card}>
        <Text>{t('page.remove.vendorToolText')}</Text>
        <div>
          <Button icon={<Open20Regular />} onClick={() => void ask('openLink', 'kaspersky')}>
            {t('page.remove.vendorPage')}
          </Button>
        </div>
      </Card>
    </Section>
  );
}
