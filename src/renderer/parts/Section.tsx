import { Subtitle2, Text } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import styles from './parts.module.css';

interface SectionProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** A titled group of a page. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div>
        <Subtitle2 as="h2" block id={id} className={styles.sectionTitle}>
          {title}
        </Subtitle2>
        {note !== undefined && (
          <Text block className={styles.sectionNote}>
            {note}
          </Text>
        )}
      </div>
      {children}
    </section>
  );
}
