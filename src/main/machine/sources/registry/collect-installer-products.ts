import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { InstallerProduct } from '../../../../shared/domain/inventory/installer-products.ts';
import { packProductCode, unpackProductCode } from '../../registry/packed-guid.ts';
import type { Registry, RegistryKey } from '../../registry/registry.ts';
import { SectionReader } from './reader/section-reader.ts';
import { withInstalledFeatures } from './with-installed-features.ts';
import { withUpgradeCodes } from './with-upgrade-codes.ts';
import { textOf } from '../../registry/value-of.ts';

const installer = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer';
const localSystem = 'S-1-5-18';

/**
 * Products as Windows Installer keeps them, for a machine whose Windows Installer cannot be asked. A product
 * whose second registration is proven to be missing, or that has no properties, is not `installed`.
 */
export function collectInstallerProducts(
  registry: Registry,
  hints: readonly string[],
): Inventory['installerProducts'] {
  const reader = new SectionReader(registry);
  const products = reader
    .children(`${installer}\\UserData`)
    .flatMap((owner) =>
      reader
        .children(`${owner.path}\\Products`)
        .flatMap((key) => productOf({ registry, reader, owner: owner.name, key })),
    );
  const known = withUpgradeCodes(products, registry);
  return reader.section(withInstalledFeatures(known, registry, hints));
}

interface ProductPlace {
  readonly registry: Registry;
  readonly reader: SectionReader;
  readonly owner: string;
  readonly key: RegistryKey;
}

function productOf({ registry, reader, owner, key }: ProductPlace): InstallerProduct[] {
  const productCode = unpackProductCode(key.name);
  if (productCode === null) return [];
  const context = contextOf(registry, owner, productCode);
  const properties = reader.key(`${key.path}\\InstallProperties`);
  const text = (name: string) => (properties === null ? null : textOf(properties, name));
  return [
    {
      productCode,
      name: text('DisplayName'),
      version: text('DisplayVersion'),
      publisher: text('Publisher'),
      installLocation: text('InstallLocation'),
      localPackage: text('LocalPackage'),
      localPackageExists: null,
      context,
      userSid: context === 'machine' ? null : owner,
      state:
        properties === null || isUnregistered(registry, registration(context, owner, productCode))
          ? 'other'
          : 'installed',
    },
  ];
}

function contextOf(
  registry: Registry,
  owner: string,
  productCode: string,
): InstallerProduct['context'] {
  if (owner === localSystem) return 'machine';
  const managed = registry.readKey(registration('userManaged', owner, productCode));
  return managed.found ? 'userManaged' : 'userUnmanaged';
}

const registrations: Readonly<Record<InstallerProduct['context'], (owner: string) => string>> = {
  machine: () => 'HKLM\\SOFTWARE\\Classes\\Installer',
  userManaged: (owner) => `${installer}\\Managed\\${owner}\\Installer`,
  userUnmanaged: (owner) => `HKU\\${owner}\\Software\\Microsoft\\Installer`,
};

function registration(
  context: InstallerProduct['context'],
  owner: string,
  productCode: string,
): string {
  return `${registrations[context](owner)}\\Products\\${packProductCode(productCode)}`;
}

function isUnregistered(registry: Registry, path: string): boolean {
  const read = registry.readKey(path);
  return !read.found && read.gap === null;
}
