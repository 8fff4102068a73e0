import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow, pageWidth } from '../app/layout.ts';

export const usePageFrameStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    [narrow]: { display: 'block' },
  },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    // The footer below has no scroll bar; with this both are centred on the same line.
    scrollbarGutter: 'stable both-edges',
    [narrow]: { overflowY: 'visible' },
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXL,
    maxWidth: pageWidth,
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    overflowWrap: 'break-word',
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
  footer: {
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    maxWidth: pageWidth,
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  hint: { flexGrow: 1, textAlign: 'right', color: tokens.colorNeutralForeground2 },
});
