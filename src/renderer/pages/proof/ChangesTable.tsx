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
import { useTexts } from '../../i18n/LanguageContext.tsx';
import type { BeforeAfter } from './before-after.ts';
import { useProofStyles } from './proof-page.styles.ts';
import { proofTexts } from './proof-page.texts.ts';

const colours = {
  gone: 'success',
  leftover: 'warning',
  still: 'danger',
  kept: 'informative',
} as const satisfies Record<BeforeAfter['after'], string>;

export function ChangesTable({ changes }: { readonly changes: readonly BeforeAfter[] }) {
  const styles = useProofStyles();
  const t = useTexts(proofTexts);
  return (
    <Table aria-label={t('changes')} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>{t('product')}</TableHeaderCell>
          <TableHeaderCell className={styles.narrowColumn}>{t('before')}</TableHeaderCell>
          <TableHeaderCell className={styles.narrowColumn}>{t('after')}</TableHeaderCell>
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
            <TableCell>{t('was')}</TableCell>
            <TableCell>
              <Badge appearance="tint" color={colours[after]}>
                {t(after)}
              </Badge>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
