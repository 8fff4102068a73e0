import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow, pageWidth } from './layout.ts';

export const usePageFrameStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    // What the focus goes to is not hidden by the footer.
    scrollPaddingBottom: '88px',
    [narrow]: { display: 'block', overflowY: 'visible', scrollPaddingBottom: 0 },
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexShrink: 0,
    rowGap: tokens.spacingVerticalXXL,
    boxSizing: 'border-box',
    width: '100%',
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
  // Inside of what scrolls, so that there is always something in it that takes the focus and scrolls by keyboard.
  footer: {
    flexShrink: 0,
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    [narrow]: { position: 'static' },
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    // Where the buttons need two lines, the way on stays on the right.
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    maxWidth: pageWidth,
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [narrow]: { padding: tokens.spacingHorizontalL },
  },
  hint: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: '96px',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
  },
});
