import { useWords } from '../../i18n/WordsContext.tsx';
import { Section } from '../../parts/Section.tsx';
import styles from './check-page.module.css';
import type { FoundProduct, FoundProducts } from './found-products.ts';
import { ProductCard } from './ProductCard.tsx';

/** Everything that was found: what goes, what a person decides, what stays. */
export function FoundList({ found }: { readonly found: FoundProducts }) {
  const { t } = useWords();
  return (
    <>
      {found.main.length > 0 && (
        <Section title={t('page.check.main')}>
          <Cards products={found.main} />
        </Section>
      )}
      {found.extras.length > 0 && (
        <Section title={t('page.check.extras')} note={t('page.check.extrasNote')}>
          <Cards products={found.extras} />
        </Section>
      )}
      {found.staying.length > 0 && (
        <Section title={t('page.check.staying')}>
          <Cards products={found.staying} />
        </Section>
      )}
    </>
  );
}

function Cards({ products }: { readonly products: readonly FoundProduct[] }) {
  return (
    <ul className={styles.list}>
      {products.map((product) => (
        <ProductCard key={product.finding.id} product={product} />
      ))}
    </ul>
  );
}
