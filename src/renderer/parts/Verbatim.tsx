import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface VerbatimProps {
  readonly children: ReactNode;
  /** For paths, codes and commands. */
  readonly code?: boolean;
}

/** What stands on the computer or was said by others, as it stands: in no language of the window, for nobody to translate. */
export function Verbatim({ children, code = false }: VerbatimProps) {
  const styles = useStyles();
  return (
    <span translate="no" className={mergeClasses(styles.text, code && styles.code)}>
      {children}
    </span>
  );
}

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere' },
  code: { fontFamily: "'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace", fontSize: '12px' },
});
