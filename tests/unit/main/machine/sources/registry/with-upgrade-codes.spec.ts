import { describe, expect, it } from 'vitest';
import { packProductCode } from '../../../../../../src/main/machine/registry/packed-guid.ts';
import {
  TreeRegistry,
  treeRegistryOf,
} from '../../../../../../src/main/machine/registry/tree-registry.ts';
import { withUpgradeCodes } from '../../../../../../src/main/machine/sources/registry/with-upgrade-codes.ts';
import { inventoryOf } from '../../../../../support/inventory-builder.ts';

const root = 'HKLM\\SOFTWARE\\Classes\\Installer\\UpgradeCodes';
const agent = '{ED1C2D7E-5C7A-48D8-A697-57D1C080ABA7}';
const other = '{AAAAAAAA-1111-2222-3333-444444444444}';
const upgradeCode = '{B9518725-0B76-4793-A409-C6794442FB50}';
const packed = (code: string) => packProductCode(code) ?? '';
const { items: products } = inventoryOf({
  installerProducts: [{ productCode: agent.toLowerCase() }, { productCode: other }],
}).installerProducts;

describe('withUpgradeCodes', () => {
  it('adds to each product the upgrade code that lists it', () => {
    const registry = treeRegistryOf({
      [`${root}\\${packed(upgradeCode)}`]: { [packed(agent)]: '', rubbish: '' },
      [`${root}\\rubbish`]: { [packed(other)]: '' },
    });
    expect(withUpgradeCodes(products, registry)).toEqual([
      { ...products[0], upgradeCode },
      products[1],
    ]);
  });

  it('adds nothing where none can be read', () => {
    expect(withUpgradeCodes(products, new TreeRegistry())).toEqual(products);
  });
});
