import { makeStyles, tokens } from '@fluentui/react-components';

export const useProtectionPartsStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  close: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  action: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  besideButton: { flexGrow: 1, flexBasis: '240px', maxWidth: '64ch' },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
  samples: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  sample: { margin: 0 },
  grow: { flexGrow: 1, minWidth: 0 },
  title: { margin: 0 },
  focusable: { outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  measure: { maxWidth: '64ch' },
  good: { flexShrink: 0, color: tokens.colorPaletteGreenForeground1 },
  bad: { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
  info: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});
