import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  Checkbox,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import type { Confidence } from '../../../shared/domain/finding.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { EvidenceList } from '../../parts/EvidenceList.tsx';
import styles from './check-page.module.css';
import type { FoundProduct } from './found-products.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

/** One product: what it is, whether it goes, where that is not certain how sure it is, and the reasons on demand. */
export function ProductCard({ product }: { readonly product: FoundProduct }) {
  return (
    <li>
      <Card className={styles.card}>
        <div className={styles.row}>
          {product.stays === null && <ChoiceBox product={product} />}
          <About product={product} />
          <Sureness confidence={product.finding.confidence} />
        </div>
        <Reasons product={product} />
      </Card>
    </li>
  );
}

function ChoiceBox({ product: { finding, chosen } }: { readonly product: FoundProduct }) {
  const { act } = useGuide();
  const words = useWords();
  const [goes, choose] = useAnswer(chosen, (now) =>
    act('chooseFinding', { findingId: finding.id, chosen: now }),
  );
  return (
    <Checkbox
      aria-label={nameWords(finding.name, words)}
      checked={goes}
      onChange={(_, { checked }) => choose(checked === true)}
    />
  );
}

function About({ product: { finding, stays } }: { readonly product: FoundProduct }) {
  const words = useWords();
  const { t, render } = words;
  return (
    <div className={styles.about}>
      <Subtitle2 as="h3" block translate="no" style={{ margin: 0 }} className={styles.name}>
        {nameWords(finding.name, words)}
      </Subtitle2>
      <div className={styles.meta}>
        <Text size={200}>{t(`family.${finding.family}.name`)}</Text>
        {finding.version !== null && (
          <Text size={200}>{t('page.check.version', { version: finding.version })}</Text>
        )}
      </div>
      {stays !== null && (
        <Text block className={styles.quiet}>
          {render(stays)}
        </Text>
      )}
    </div>
  );
}

/** What is certain needs no badge: beside a product of Kaspersky it would read as praise. */
function Sureness({ confidence }: { readonly confidence: Confidence }) {
  const { t } = useWords();
  if (confidence === 'proven') return null;
  return (
    <Badge appearance="tint" color="informative">
      {t(`confidence.${confidence}`)}
    </Badge>
  );
}

function Reasons({ product: { finding } }: { readonly product: FoundProduct }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  const { t } = words;
  const name = nameWords(finding.name, words);
  return (
    <Accordion
      collapsible
      key={String(technicianMode)}
      defaultOpenItems={technicianMode ? ['why'] : []}
    >
      <AccordionItem value="why">
        <AccordionHeader
          size="small"
          button={{ 'aria-label': t('page.check.howKnownAbout', { name }) }}
        >
          {t('page.check.howKnown')}
        </AccordionHeader>
        <AccordionPanel>
          <EvidenceList evidence={finding.evidence} />
          {technicianMode && finding.components.length > 0 && (
            <Text>{t('finding.components', { components: finding.components })}</Text>
          )}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
