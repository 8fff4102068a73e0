import {
  Badge,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
} from '@fluentui/react-components';
import { useWords } from '../../i18n/WordsContext.tsx';
import type { ProductChange } from '../../../shared/domain/run/product-change.ts';
import { fateOf, fateTones } from '../../../shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { Tone } from '../../../shared/domain/tone.ts';
import { useProofStyles } from './proof-page.styles.ts';
import { nameWords } from '../../../shared/words/name-words.ts';

const colours = {
  good: 'success',
  attention: 'warning',
  bad: 'danger',
  neutral: 'informative',
} as const satisfies Record<Tone, string>;

export function ChangesTable({ record }: { readonly record: RunRecord }) {
  const styles = useProofStyles();
  const { t } = useWords();
  return (
    <Table aria-label={t('page.proof.changes')} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t('changes.product')}</TableHeaderCell>
          <TableHeaderCell className={styles.narrowColumn}>{t('changes.before')}</TableHeaderCell>
          <TableHeaderCell className={styles.narrowColumn}>{t('changes.now')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {record.products.map((change) => (
          <Change key={change.id} change={change} record={record} />
        ))}
      </TableBody>
    </Table>
  );
}

interface ChangeProps {
  readonly change: ProductChange;
  readonly record: RunRecord;
}

function Change({ change, record }: ChangeProps) {
  const styles = useProofStyles();
  const words = useWords();
  const { t } = words;
  const { name, version, before } = change;
  const fate = fateOf(change, record);
  return (
    <TableRow>
      <TableCell className={styles.name}>
        <div>
          <Text block translate="no">
            {nameWords(name, words)}
          </Text>
          <Text size={200} className={styles.quiet}>
            {version}
          </Text>
        </div>
      </TableCell>
      <TableCell>{before === 'none' ? '–' : t(`productState.${before}`)}</TableCell>
      <TableCell>
        <Badge appearance="tint" color={colours[fateTones[fate]]}>
          {t(`productState.${fate}`)}
        </Badge>
      </TableCell>
    </TableRow>
  );
}
