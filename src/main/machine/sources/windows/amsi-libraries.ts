import type { Inventory } from '../../../../shared/domain/inventory.ts';
import { fileExists } from '../../windows/files/file-exists.ts';

/** The registered providers of the Antimalware Scan Interface with what the disk tells: whether their libraries are there. */
export async function withLibraries(
  registered: Inventory['amsiProviders'],
): Promise<Inventory['amsiProviders']> {
  const items = registered.items.map(async (provider) => {
    const { library } = provider;
    return library === null ? provider : { ...provider, libraryExists: await fileExists(library) };
  });
  return { ...registered, items: await Promise.all(items) };
}
