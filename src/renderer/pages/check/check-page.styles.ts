import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../../parts/layout.ts';

export const useCheckStyles = makeStyles({
  list: plainList,
  card: { rowGap: tokens.spacingVerticalXS },
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  about: { flexGrow: 1, minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
