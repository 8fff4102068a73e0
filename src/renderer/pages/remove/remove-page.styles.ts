import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../../parts/layout.ts';

export const useRemoveStyles = makeStyles({
  list: plainList,
  card: { rowGap: tokens.spacingVerticalS },
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalM },
  about: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  // Below the name, not below the mark: 20px and the gap beside it.
  help: { paddingLeft: `calc(20px + ${tokens.spacingHorizontalM})` },
  title: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  time: {
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  good: { flexShrink: 0, color: tokens.colorPaletteGreenForeground1 },
  attention: { flexShrink: 0, color: tokens.colorPaletteMarigoldForeground1 },
  bad: { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
  whole: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  fact: { margin: 0 },
});
