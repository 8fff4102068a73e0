import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { AmsiProvider } from '../../../../shared/domain/inventory/amsi-providers.ts';
import { collectAmsiProviders as collectFromRegistry } from '../registry/collect-amsi-providers.ts';
import type { Variables } from '../../registry/expand-variables.ts';
import type { Registry } from '../../registry/registry.ts';
import { fileExists } from '../../windows/files/file-exists.ts';

/** The registered providers of the Antimalware Scan Interface, and whether their libraries are there. */
export async function collectAmsiProviders(
  registry: Registry,
  variables: Variables,
): Promise<Inventory['amsiProviders']> {
  const section = collectFromRegistry(registry, variables);
  return { ...section, items: await Promise.all(section.items.map(withLibraryExists)) };
}

async function withLibraryExists(provider: AmsiProvider): Promise<AmsiProvider> {
  const { library } = provider;
  return library === null ? provider : { ...provider, libraryExists: await fileExists(library) };
}
