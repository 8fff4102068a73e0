import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly note: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A box with what it means below it. */
export function Choice({ label, note, checked, onChange }: ChoiceProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.choice}>
      <Checkbox
        label={{ children: label, className: styles.label }}
        checked={checked}
        aria-describedby={id}
        onChange={(_, data) => onChange(data.checked === true)}
      />
      <Text id={id} className={styles.note}>
        {note}
      </Text>
    </div>
  );
}

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column' },
  // Fluent shows a box that is not ticked in grey; this is the question itself.
  label: { color: tokens.colorNeutralForeground1 },
  // Under the words of the box, not under the box.
  note: {
    paddingLeft: '36px',
    maxWidth: '64ch',
    color: tokens.colorNeutralForeground2,
  },
});
