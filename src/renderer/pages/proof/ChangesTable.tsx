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
import type { BeforeAfter } from './before-after.ts';
import { useProofStyles } from './proof-page.styles.ts';

const colours = {
  gone: 'success',
  leftover: 'warning',
  still: 'danger',
  kept: 'informative',
} as const satisfies Record<BeforeAfter['after'], string>;

export function ChangesTable({ changes }: { readonly changes: readonly BeforeAfter[] }) {
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
        {changes.map(({ id, name, version, after }) => (
          <TableRow key={id}>
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
            <TableCell>{t('productState.was')}</TableCell>
            <TableCell>
              <Badge appearance="tint" color={colours[after]}>
                {t(`productState.${after}`)}
              </Badge>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
