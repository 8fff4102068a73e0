import { makeStyles, tokens } from '@fluentui/react-components';
import { narrow } from '../parts/layout.ts';

export const useRailStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    [narrow]: { overflowY: 'visible', paddingBottom: tokens.spacingVerticalS },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingLeft: tokens.spacingHorizontalMNudge,
    color: tokens.colorBrandForeground1,
  },
  name: { color: tokens.colorNeutralForeground1 },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    rowGap: tokens.spacingVerticalXXS,
    backgroundColor: 'transparent',
    width: 'auto',
    [narrow]: { flexDirection: 'row', flexWrap: 'wrap' },
  },
  step: { backgroundColor: 'transparent', [narrow]: { width: 'auto' } },
  closed: {
    color: tokens.colorNeutralForeground3,
    cursor: 'default',
    ':hover': { backgroundColor: 'transparent' },
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  select: { minWidth: 0, width: '100%', '& > select': { width: '100%', minWidth: 0 } },
  done: { color: tokens.colorPaletteGreenForeground1 },
  settings: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalMNudge} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
