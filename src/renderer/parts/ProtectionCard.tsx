import { Subtitle2, Text } from '@fluentui/react-components';
import {
  ShieldCheckmark24Filled,
  ShieldDismiss24Filled,
  Warning24Filled,
} from '@fluentui/react-icons';
import type { Protection } from '../../shared/domain/protection/protection.ts';
import type { Tone } from '../../shared/domain/tone.ts';
import { verdictTones } from '../../shared/domain/protection/verdict-tones.ts';
import type { WindowWords } from '../../shared/words/translator.ts';
import { useGuide } from '../bridge/GuideContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Card } from './Card.tsx';
import styles from './parts.module.css';

/** Whether an antivirus protects the computer, by which product, and for technicians why. */
export function ProtectionCard({ protection }: { readonly protection: Protection }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  const { t, list } = words;
  const { verdict, products } = protection;
  return (
    <Card>
      <div className={styles.verdict}>
        <ToneIcon tone={verdictTones[verdict]} />
        <div>
          <Subtitle2 as="h3" block style={{ margin: 0 }}>
            {t(`verdict.${verdict}`)}
          </Subtitle2>
          {products.length > 0 && <Text>{t('protection.by', { products: list(products) })}</Text>}
        </div>
      </div>
      {technicianMode && (
        <ul className={styles.reasons}>
          {backgroundOf(protection, words).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Every source with what it said, and where they contradict each other; no sentence twice. */
function backgroundOf(
  { reasons, sources, disagreements }: Protection,
  { t, render, sentences }: WindowWords,
): readonly string[] {
  const said = sources.map(
    ({ source, answer, detail }) =>
      `${t(`protection.source.${source}`)}: ${t(`sourceAnswer.${answer}`)}. ${sentences(detail)}`,
  );
  return [...new Set([...reasons, ...disagreements].map(render)), ...said];
}

/** A sign that says more than its colour: its shape differs as well. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  if (tone === 'good') return <ShieldCheckmark24Filled className={styles.good} />;
  if (tone === 'bad') return <ShieldDismiss24Filled className={styles.bad} />;
  return <Warning24Filled className={styles.warning} />;
}
