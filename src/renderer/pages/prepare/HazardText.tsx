import { Subtitle2, Text } from '@fluentui/react-components';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { useGuide } from '../../bridge/GuideContext.tsx';
import { useWords } from '../../i18n/WordsContext.tsx';
import { Verbatim } from '../../parts/Verbatim.tsx';
import styles from './prepare-page.module.css';

/** What a hazard is, what it means and what to do; for technicians also where it was seen. */
export function HazardText({ hazard }: { readonly hazard: Hazard }) {
  const { technicianMode } = useGuide().snapshot;
  const words = useWords();
  const { title, explanation, advice } = hazardWords(hazard, words);
  const seen = hazard.evidence.map((each) =>
    typeof each === 'string' ? each : words.render(each),
  );
  return (
    <div className={styles.about}>
      <Subtitle2 as="h3" className={styles.title}>
        {title}
      </Subtitle2>
      <Text className={styles.quiet}>{explanation}</Text>
      <Text>{advice}</Text>
      {technicianMode && seen.length > 0 && (
        <ul className={styles.evidence}>
          {seen.map((each) => (
            <li key={each}>
              <Verbatim code>{each}</Verbatim>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
