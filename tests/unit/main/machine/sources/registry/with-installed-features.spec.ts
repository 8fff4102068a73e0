import { describe, expect, it } from 'vitest';
import { packProductCode } from '../../../../../../src/main/machine/registry/packed-guid.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';
import { withInstalledFeatures } from '../../../../../../src/main/machine/sources/registry/with-installed-features.ts';
import { inventoryOf } from '../../../../../support/inventory-builder.ts';

const root = 'HKLM\\SOFTWARE\\Classes\\Installer\\Features';
const endpoint = '{27534751-4A40-48BD-B393-BC3BF28C876E}';
const foreign = '{AAAAAAAA-1111-2222-3333-444444444444}';
const packed = (code: string) => packProductCode(code) ?? '';
const { items: products } = inventoryOf({
  installerProducts: [
    { productCode: endpoint, name: 'Endpoint Security', publisher: 'AO Kaspersky Lab' },
    { productCode: foreign, name: '7-Zip', publisher: 'Igor Pavlov' },
  ],
}).installerProducts;

describe('withInstalledFeatures', () => {
  const registry = treeRegistryOf({
    [`${root}\\${packed(endpoint)}`]: {
      '': 'ignored',
      Core: '',
      FileEncryption: 'Core',
      DiskEncryption: '\u0006Core',
    },
    [`${root}\\${packed(foreign)}`]: { Program: '' },
  });

  it('adds what is installed of the products that are looked for, and of no others', () => {
    expect(withInstalledFeatures(products, registry, ['kaspersky'])).toEqual([
      { ...products[0], features: ['Core', 'FileEncryption'] },
      products[1],
    ]);
  });

  it('adds nothing where nothing is kept, or for what one person installed', () => {
    const personal = products.map((each) => ({ ...each, context: 'userUnmanaged' as const }));
    expect([
      withInstalledFeatures(products, new TreeRegistry(), ['kaspersky']),
      withInstalledFeatures(personal, registry, ['kaspersky']),
    ]).toEqual([products, personal]);
  });
});
