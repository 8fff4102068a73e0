import { Text } from '@fluentui/react-components';
import type { RunRecord } from '../../shared/domain/run/record.ts';
import { nextWays } from '../../shared/domain/run/next-ways.ts';
import { waysOut } from '../../shared/domain/run/ways-out.ts';
import { nameWords } from '../../shared/words/name-words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { Card } from './Card.tsx';
import { NextButton } from './NextButton.tsx';
import { Section } from './Section.tsx';

interface WaysOutProps {
  readonly record: RunRecord;
  /** Whether the way to the vendor's page has its button here. */
  readonly offersPage: boolean;
}

/** For each product whose removal leads no further by itself, why that is, and what a person can do, in order. */
export function WaysOut({ record, offersPage }: WaysOutProps) {
  const words = useWords();
  const { t } = words;
  const all = waysOut(record);
  if (all.length === 0) return null;
  return (
    <Section title={t('waysOut.title')}>
      {all.map(({ findingId, name, obstacle, ways }) => (
        <Card key={findingId}>
          <Text>
            <b>{nameWords(name, words)}</b>
            <br />
            {t(`obstacle.${obstacle}`)}
          </Text>
          <ol>
            {ways.map((way) => (
              <li key={way}>{t(`nextStep.${way}`)}</li>
            ))}
          </ol>
        </Card>
      ))}
      <Text>{t('waysOut.lawful')}</Text>
      {offersPage && nextWays(record).includes('vendorTool') && (
        <div>
          <NextButton way="vendorTool" primary={false} />
        </div>
      )}
    </Section>
  );
}
