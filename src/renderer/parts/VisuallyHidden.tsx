import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** Read out, but not shown. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <div className={styles.hidden}>{children}</div>;
}
