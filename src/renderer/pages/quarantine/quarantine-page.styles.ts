import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../../parts/layout.ts';

export const useQuarantineStyles = makeStyles({
  list: plainList,
  part: { display: 'flex', flexDirection: 'column' },
  // Fluent shows a box that is not ticked in grey; this is the question itself.
  label: { color: tokens.colorNeutralForeground1 },
  // Under the words of the box, not under the box.
  below: { paddingLeft: '36px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  names: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  /** What goes can be long; it never pushes the buttons out of the window. */
  going: { maxHeight: '40vh', overflowY: 'auto', marginTop: tokens.spacingVerticalM },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  working: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  focusable: { outlineStyle: 'none' },
});
