import { Badge, Text } from '@fluentui/react-components';
import { useWords } from '../../i18n/WordsContext.tsx';
import type { ProductChange } from '../../../shared/domain/run/product-change.ts';
import { fateOf, fateTones } from '../../../shared/domain/run/product-fate.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import type { Tone } from '../../../shared/domain/tone.ts';
import styles from './proof-page.module.css';
import { nameWords } from '../../../shared/words/name-words.ts';

const colours = {
  good: 'success',
  attention: 'warning',
  bad: 'danger',
  neutral: 'informative',
} as const satisfies Record<Tone, string>;

export function ChangesTable({ record }: { readonly record: RunRecord }) {
  const { t } = useWords();
  return (
    <table aria-label={t('page.proof.changes')} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('changes.product')}</th>
          <th scope="col" className={styles.narrowColumn}>
            {t('changes.before')}
          </th>
          <th scope="col" className={styles.narrowColumn}>
            {t('changes.now')}
          </th>
        </tr>
      </thead>
      <tbody>
        {record.products.map((change) => (
          <Change key={change.id} change={change} record={record} />
        ))}
      </tbody>
    </table>
  );
}

interface ChangeProps {
  readonly change: ProductChange;
  readonly record: RunRecord;
}

function Change({ change, record }: ChangeProps) {
  const words = useWords();
  const { t } = words;
  const { name, version, before } = change;
  const fate = fateOf(change, record);
  return (
    <tr>
      <td className={styles.name}>
        <div>
          <Text block translate="no">
            {nameWords(name, words)}
          </Text>
          <Text size={200} className={styles.quiet}>
            {version}
          </Text>
        </div>
      </td>
      <td>{before === 'none' ? '–' : t(`productState.${before}`)}</td>
      <td>
        <Badge appearance="tint" color={colours[fateTones[fate]]}>
          {t(`productState.${fate}`)}
        </Badge>
      </td>
    </tr>
  );
}
