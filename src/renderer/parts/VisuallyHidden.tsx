import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Read out, but not shown. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().hidden}>{children}</div>;
}

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
