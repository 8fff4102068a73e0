import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../parts/layout.ts';

/** The browser's own margin around the page would show the wrong colour. */
export const usePageReset = makeStaticStyles({ body: { margin: 0 } });

export const useAppStyles = makeStyles({
  app: {
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    [narrow]: { height: 'auto', minHeight: '100vh' },
  },
  loading: { height: '100vh' },
  shell: {
    display: 'grid',
    gridTemplateColumns: '248px minmax(0, 1fr)',
    height: '100%',
    [narrow]: { display: 'block', height: 'auto' },
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { borderRadius: 0, overflow: 'visible' },
  },
  notices: { display: 'flex', flexDirection: 'column', flexShrink: 0 },
});
