import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../../parts/layout.ts';

export const useProofStyles = makeStyles({
  list: plainList,
  name: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { tableLayout: 'fixed' },
  narrowColumn: { width: '22%' },
});
