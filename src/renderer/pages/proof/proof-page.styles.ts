import { makeStyles, tokens } from '@fluentui/react-components';

export const useProofStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  name: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { tableLayout: 'fixed' },
  narrowColumn: { width: '22%' },
});
