import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { FileIndex } from './file-index.ts';
import { driverByName } from './matchers.ts';

/** Whether the driver of a name is the vendor's: its file decides where there is one, else the name. */
export function vendorDrivers({
  inventory,
  files,
}: {
  readonly inventory: Inventory;
  readonly files: FileIndex;
}): (name: string) => boolean {
  const registered = new Map(
    inventory.services.items.map(({ name, imageFile }) => [
      name.toLowerCase(),
      files.ownerOf(imageFile),
    ]),
  );
  return (name) => {
    const owner = registered.get(name.toLowerCase()) ?? 'unknown';
    return owner === 'unknown' ? driverByName(name) !== null : owner === 'vendor';
  };
}
