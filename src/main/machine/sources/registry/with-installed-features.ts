import type { InstallerProduct } from '../../../../shared/domain/inventory/installer-products.ts';
import { packProductCode } from '../../registry/packed-guid.ts';
import type { Registry, RegistryValue } from '../../registry/registry.ts';

const root = 'HKLM\\SOFTWARE\\Classes\\Installer\\Features';

/**
 * Adds which features of its package are installed, to products whose name or maker holds one of the hints. Windows
 * Installer keeps a value for each feature with the name of the feature above it, and puts the character 6 in front of it
 * where the feature is not installed (Wine, `dlls/msi/msi.c`, `MsiQueryFeatureStateW`). Where that cannot be read, it is
 * not known.
 */
export function withInstalledFeatures(
  products: readonly InstallerProduct[],
  registry: Registry,
  hints: readonly string[],
): InstallerProduct[] {
  return products.map((product) => {
    const features = isHinted(product, hints) ? featuresOf(product, registry) : null;
    return features === null ? product : { ...product, features };
  });
}

function isHinted({ name, publisher }: InstallerProduct, hints: readonly string[]): boolean {
  const text = `${name ?? ''}\n${publisher ?? ''}`.toLowerCase();
  return hints.some((hint) => text.includes(hint));
}

function featuresOf(
  { productCode, context }: InstallerProduct,
  registry: Registry,
): string[] | null {
  const packed = context === 'machine' ? packProductCode(productCode) : null;
  const read = packed === null ? null : registry.readKey(`${root}\\${packed}`);
  if (read?.found !== true) return null;
  return [...read.value.values.values()]
    .filter(isInstalled)
    .map(({ name }) => name)
    .sort();
}

function isInstalled({ name, data }: RegistryValue): boolean {
  return name !== '' && typeof data === 'string' && !data.startsWith('\u0006');
}
