import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Checkbox,
  Text,
} from '@fluentui/react-components';
import type { KeptPart, KeptThing } from '../../../shared/contract/quarantine-view.ts';
import type { UndoPart } from '../../../shared/domain/run/undo-parts.ts';
import { isOneOf } from '../../../shared/words/is-one-of.ts';
import { useWords } from '../../i18n/WordsContext.tsx';
import { amountWords } from '../../parts/quarantine/quarantine-words.ts';
import styles from './quarantine-page.module.css';

const warned = ['dangers', 'defender'] as const satisfies readonly UndoPart[];

interface KeptPartChoiceProps {
  readonly kept: KeptPart;
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
}

/** A part in plain words; what exactly it is can be unfolded. */
export function KeptPartChoice({ kept, chosen, onChange }: KeptPartChoiceProps) {
  const words = useWords();
  const { part, things } = kept;
  return (
    <div className={styles.part}>
      <Checkbox
        label={{ children: words.t(`page.quarantine.part.${part}`), className: styles.label }}
        checked={chosen}
        onChange={(_, data) => onChange(data.checked === true)}
      />
      <div className={styles.below}>
        {isOneOf(warned, part) && (
          <Text block className={styles.quiet}>
            {words.t(`page.quarantine.warn.${part}`)}
          </Text>
        )}
        <Accordion collapsible>
          <AccordionItem value={part}>
            <AccordionHeader size="small">{amountWords(things, words)}</AccordionHeader>
            <AccordionPanel>
              <ThingList things={things} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      </div>
    </div>
  );
}

/** Folders, keys and drivers as the computer has them. */
export function ThingList({ things }: { readonly things: readonly KeptThing[] }) {
  const { size } = useWords();
  return (
    <ul className={styles.names} translate="no">
      {things.map(({ name, bytes }) => (
        <li key={name}>
          {name}
          {bytes !== null && ` (${size(bytes)})`}
        </li>
      ))}
    </ul>
  );
}
