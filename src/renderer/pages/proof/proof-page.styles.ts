import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../../parts/layout.ts';

export const useProofStyles = makeStyles({
  list: plainList,
  name: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: {
    tableLayout: 'fixed',
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: '10px 8px',
      textAlign: 'start',
      overflowWrap: 'anywhere',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& th': { fontWeight: tokens.fontWeightRegular },
  },
  narrowColumn: { width: '22%' },
});
