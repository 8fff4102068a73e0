import { Link, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Evidence } from '../../shared/domain/finding.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import styles from './parts.module.css';
import { Verbatim } from './Verbatim.tsx';

/** The reasons for saying that a product is there. Technicians also see the item itself. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { technicianMode } = useGuide().snapshot;
  const { t, render } = useWords();
  const [all, showAll] = useState(technicianMode);
  const sorted = strongestFirst(evidence);
  const shown = all ? sorted : sorted.slice(0, atFirst);
  return (
    <ul className={styles.evidence}>
      {shown.map((each) => (
        <li key={`${each.kind}:${each.ref}:${each.says.id}`} className={styles.evidenceItem}>
          <Text size={200} className={styles.evidenceKind}>
            {t(`evidence.kind.${each.kind}`)}
          </Text>
          <div className={styles.evidenceSays}>
            <Text size={200} block>
              {render(each.says)}
            </Text>
            {technicianMode && <Verbatim code>{`${each.strength}: ${each.ref}`}</Verbatim>}
          </div>
        </li>
      ))}
      {shown.length < sorted.length && (
        <li>
          <Link as="button" onClick={() => showAll(true)}>
            {t('evidence.showAll', { count: sorted.length })}
          </Link>
        </li>
      )}
    </ul>
  );
}

const atFirst = 6;
const strengths: readonly Evidence['strength'][] = ['proof', 'support', 'hint'];

function strongestFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  return strengths.flatMap((strength) => evidence.filter((each) => each.strength === strength));
}
