import { Card, Text } from '@fluentui/react-components';
import { useWords } from '../../i18n/WordsContext.tsx';
import { NextButton } from '../../parts/NextButton.tsx';
import { Section } from '../../parts/Section.tsx';
import { useRemoveStyles } from './remove-page.styles.ts';

interface VendorToolProps {
  /** It is the button of the page already. */
  readonly comesNext: boolean;
}

/** The way that is left when trying again changes nothing: the vendor's own tool, by hand. */
export function VendorTool({ comesNext }: VendorToolProps) {
  const styles = useRemoveStyles();
  const { t } = useWords();
  return (
    <Section title={t('page.remove.vendorTool')}>
      <Card className={styles.card}>
        <Text>{t('page.remove.vendorToolText')}</Text>
        {!comesNext && (
          <div>
            <NextButton way="vendorTool" primary={false} />
          </div>
        )}
      </Card>
    </Section>
  );
}
