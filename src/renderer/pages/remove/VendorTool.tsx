import { Text } from '@fluentui/react-components';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { NextButton } from '../../parts/NextButton.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './remove-page.module.css';

interface VendorToolProps {
  /** It is the button of the page already. */
  readonly comesNext: boolean;
}

/** The way that is left when trying again changes nothing: the vendor's own tool, by hand. */
export function VendorTool({ comesNext }: VendorToolProps) {
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
