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
import type { Tone } from '../../../shared/domain/tone.ts';
import { useProofStyles } from './proof-page.styles.ts';

const colours = {
  good: 'success',
  attention: 'warning',
  bad: 'danger',
  neutral: 'informative',
} as const satisfies Record<Tone, string>;

export function ChangesTable({ changes }: { readonly changes: readonly ProductChange[] }) {
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
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </TableBody>
    </Table>
  );
}

function Change({ change }: { readonly change: ProductChange }) {
  const styles = useProofStyles();
  const { t } = useWords();
  const { name, version, before } = change;
  const fate = fateOf(change);
  return (
    <TableRow>
      <TableCell className={styles.name}>
        <div>
          <Text block translate="no">
            {name}
          </Text>
          <Text size={200} className={styles.quiet}>
            {version}
          </Text>
        </div>
      </TableCell>
      <TableCell>{before === 'none' ? '–' : t('productState.was')}</TableCell>
      <TableCell>
        <Badge appearance="tint" color={colours[fateTones[fate]]}>
          {t(`productState.${fate}`)}
        </Badge>
      </TableCell>
    </TableRow>
  );
}
