import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
} from '@fluentui/react-components';
import { Info20Regular, Warning20Filled } from '@fluentui/react-icons';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import { hazardWords } from '../../../shared/words/hazard-words.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { HazardText } from './HazardText.tsx';
import styles from './prepare-page.module.css';

interface HazardNotesProps {
  readonly hazards: readonly Hazard[];
  readonly tone: 'warning' | 'info';
}

/** What a person should know but need not do: a title each, more on demand. */
export function HazardNotes({ hazards, tone }: HazardNotesProps) {
  return (
    <Accordion collapsible multiple>
      {hazards.map((hazard) => (
        <Note key={hazard.id} hazard={hazard} tone={tone} />
      ))}
    </Accordion>
  );
}

function Note({ hazard, tone }: { readonly hazard: Hazard; readonly tone: 'warning' | 'info' }) {
  const { title } = hazardWords(hazard, useWords());
  return (
    <AccordionItem value={hazard.id}>
      <AccordionHeader
        icon={
          tone === 'warning' ? (
            <Warning20Filled className={styles.warningIcon} />
          ) : (
            <Info20Regular className={styles.infoIcon} />
          )
        }
      >
        {title}
      </AccordionHeader>
      <AccordionPanel>
        <HazardText hazard={hazard} />
      </AccordionPanel>
    </AccordionItem>
  );
}
