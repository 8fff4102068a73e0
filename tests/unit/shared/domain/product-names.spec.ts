import { describe, expect, it } from 'vitest';
import { products } from '../../../../src/main/catalog/products/products.ts';
import { describedProducts, spokenName } from '../../../../src/shared/domain/product-names.ts';
import { loadTranslator } from '../../../../src/shared/words/load-translator.ts';
import { nameWords } from '../../../../src/shared/words/name-words.ts';

const english = await loadTranslator('en');
const german = await loadTranslator('de');

describe('the name of a product', () => {
  it.each(Object.entries(describedProducts))(
    'is said in every language where the catalog describes it: %s',
    (key, name) => {
      expect([spokenName(name), nameWords(name, english)]).toEqual([
        { id: `productName.${key}` },
        name,
      ]);
    },
  );

  it('is described only by rows of the catalog', () => {
    const names = new Set<string>(products.map((row) => row.name));
    expect(Object.values(describedProducts).filter((name) => !names.has(name))).toEqual([]);
  });

  it('is left as the machine has it', () => {
    expect([
      nameWords('Kaspersky Internet Security', german),
      nameWords(describedProducts.rootCertificate, german),
    ]).toEqual(['Kaspersky Internet Security', 'Stammzertifikat eines Kaspersky-Produkts']);
  });
});
