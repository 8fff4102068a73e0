import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface VerbatimProps {
  readonly children: ReactNode;
  /** For paths, codes and commands. */
  readonly code?: boolean;
}

/** What stands on the computer or was said by others, as it stands: in no language of the window, for nobody to translate. */
export function Verbatim({ children, code = false }: VerbatimProps) {
  return (
    <span translate="no" className={mergeClasses(styles.verbatim, code && styles.code)}>
      {children}
    </span>
  );
}
