import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface EngineTextProps {
  readonly children: ReactNode;
  /** For paths, codes and commands. */
  readonly code?: boolean;
}

/** Words that come from the computer or the engine, in English whatever the language of the window. */
export function EngineText({ children, code = false }: EngineTextProps) {
  const styles = useStyles();
  return (
    <span lang="en" className={mergeClasses(styles.text, code && styles.code)}>
      {children}
    </span>
  );
}

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere' },
  code: { fontFamily: "'Cascadia Mono', Consolas, 'Noto Sans Mono', monospace", fontSize: '12px' },
});
