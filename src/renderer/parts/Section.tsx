import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A titled group of a page. */
export function Section({ title, note, children }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div>
        <Subtitle2 as="h2" block id={id} className={styles.title}>
          {title}
        </Subtitle2>
        {note !== undefined && (
          <Text block className={styles.note}>
            {note}
          </Text>
        )}
      </div>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  note: { color: tokens.colorNeutralForeground2 },
});
