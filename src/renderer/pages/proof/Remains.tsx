import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import type { Finding } from '../../../shared/domain/finding.ts';
import { whatIsLeft } from '../../../shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { isHarmless } from '../../../shared/domain/state/is-harmless.ts';
import { remainsWords } from '../../../shared/words/remains-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Card } from '../../parts/Card.tsx';
import { EvidenceList } from '../../parts/EvidenceList.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './proof-page.module.css';
import { nameWords } from '../../../shared/words/name-words.ts';

/** What is left of products that are gone: what is worth removing with how, and how much there is besides. */
export function Remains({ record }: { readonly record: RunRecord }) {
  const { t } = useWords();
  const left = whatIsLeft(record).filter(({ state }) => state === 'leftover');
  const harmless = left.filter(isHarmless);
  const worth = left.filter((finding) => !harmless.includes(finding));
  if (left.length === 0) return null;
  return (
    <Section title={t('changes.left')}>
      {worth.length > 0 && (
        <>
          <Text weight="semibold">{t('changes.worthRemoving')}</Text>
          <RemainsList remains={worth} />
        </>
      )}
      {harmless.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="harmless">
            <AccordionHeader>{t('changes.harmless', { count: harmless.length })}</AccordionHeader>
            <AccordionPanel>
              <RemainsList remains={harmless} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </Section>
  );
}

function RemainsList({ remains }: { readonly remains: readonly Finding[] }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  return (
    <ul className={styles.list}>
      {remains.map((finding) => (
        <li key={finding.id}>
          <Card>
            <Subtitle2 as="h3" translate="no" style={{ margin: 0 }} className={styles.name}>
              {nameWords(finding.name, words)}
            </Subtitle2>
            {remainsWords(finding, words).map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
            {technicianMode && <EvidenceList evidence={finding.evidence} />}
          </Card>
        </li>
      ))}
    </ul>
  );
}
