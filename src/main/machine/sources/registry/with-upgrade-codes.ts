import type { InstallerProduct } from '../../../../shared/domain/inventory/installer-products.ts';
import { unpackProductCode } from '../../registry/packed-guid.ts';
import type { Registry } from '../../registry/registry.ts';

const root = 'HKLM\\SOFTWARE\\Classes\\Installer\\UpgradeCodes';

/**
 * Adds what versions and translations of one product have in common. Windows Installer tells it the other way round:
 * each upgrade code lists its products. Where that cannot be read, it is not known.
 */
export function withUpgradeCodes(
  products: readonly InstallerProduct[],
  registry: Registry,
): InstallerProduct[] {
  const codes = upgradeCodes(registry);
  return products.map((product) => {
    const upgradeCode = codes.get(product.productCode.toUpperCase());
    return upgradeCode === undefined ? product : { ...product, upgradeCode };
  });
}

function upgradeCodes(registry: Registry): ReadonlyMap<string, string> {
  const read = registry.readChildren(root);
  const keys = read.found ? read.value.keys : [];
  return new Map(
    keys.flatMap(({ name, values }) => {
      const upgradeCode = unpackProductCode(name);
      const products = [...values.keys()].flatMap((packed) => unpackProductCode(packed) ?? []);
      return upgradeCode === null ? [] : products.map((code) => [code, upgradeCode] as const);
    }),
  );
}
