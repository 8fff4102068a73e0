import { Checkbox, Text } from '@fluentui/react-components';
import { useId } from 'react';
import styles from './parts.module.css';

interface ChoiceProps {
  readonly label: string;
  readonly note: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box with what it means below it. */
export function Choice({ label, note, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <Checkbox
        label={{ children: label, className: styles.choiceLabel }}
        checked={checked}
        aria-describedby={id}
        onChange={(_, data) => onChange(data.checked === true)}
      />
      <Text id={id} className={styles.choiceNote}>
        {note}
      </Text>
    </div>
  );
}
