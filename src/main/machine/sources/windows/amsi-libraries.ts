import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { AmsiProvider } from '../../../../shared/domain/inventory/amsi-providers.ts';
import { fileExists } from '../../windows/files/file-exists.ts';

/** The registered providers of the Antimalware Scan Interface with what the disk tells: whether their libraries are there. */
export async function withLibraries(
  registered: Inventory['amsiProviders'],
): Promise<Inventory['amsiProviders']> {
  const items = registered.items.map(async (provider) => {
    const { library, library32 } = provider;
    return {
      ...provider,
      libraryExists: library === null ? null : await fileExists(library),
      ...(library32 ? { library32: await looked(library32.path) } : {}),
    };
  });
  return { ...registered, items: await Promise.all(items) };
}

async function looked(path: string): Promise<AmsiProvider['library32']> {
  return { path, exists: path.includes('%') ? null : await fileExists(path) };
}
