import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../../parts/layout.ts';

export const usePrepareStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalM },
  about: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  stop: {
    borderLeft: `4px solid ${tokens.colorPaletteRedBorderActive}`,
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
  },
  stopIcon: { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
  warningIcon: { flexShrink: 0, color: tokens.colorPaletteMarigoldForeground1 },
  infoIcon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  evidence: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  password: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
  },
  field: { flexGrow: 1, flexBasis: '220px' },
  again: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
});
