import type { Inventory } from '../../../../shared/domain/inventory.ts';
import type { FileIndex } from './file-index.ts';
import { oncePer } from '../../../../shared/domain/once.ts';
import { driverByName } from './matchers.ts';
import { productFolderOf } from './vendor-place.ts';

/**
 * Whether the driver of a name is the vendor's: its file decides where there is one, else its name or the folder of
 * the vendor that it is registered from.
 */
export function vendorDrivers({
  inventory,
  files,
}: {
  readonly inventory: Inventory;
  readonly files: FileIndex;
}): (name: string) => boolean {
  const registered = imageFiles(inventory);
  return (name) => {
    const path = registered.get(name.toLowerCase()) ?? null;
    const owner = files.ownerOf(path);
    if (owner !== 'unknown') return owner === 'vendor';
    return driverByName(name) !== null || productFolderOf(path) !== null;
  };
}

/** What services and drivers are registered to run, by their names in lower case. */
const imageFiles = oncePer(
  ({ services }: Inventory) =>
    new Map(services.items.map(({ name, imageFile }) => [name.toLowerCase(), imageFile])),
);
