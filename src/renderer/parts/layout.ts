import { tokens, type GriffelStyle } from '@fluentui/react-components';

/**
 * Below this the rail moves above the page. 200% zoom of the smallest window leaves 450 by 300 CSS pixels, so
 * there the whole page scrolls and nothing sticks.
 */
export const narrow = '@media (max-width: 719px), (max-height: 419px)';

/** With the padding at both sides this leaves 720 pixels to read in. */
export const pageWidth = '768px';

/** A list without bullets, its items one below the other. */
export const plainList: GriffelStyle = {
  display: 'flex',
  flexDirection: 'column',
  rowGap: tokens.spacingVerticalS,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
};
