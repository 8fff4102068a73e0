import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isOftenOthers } from '../detect/driver-hosts.ts';
import type { FileIndex } from '../detect/vendor/file-index.ts';
import { driverByName } from '../detect/vendor/matchers.ts';
import { productFolderOf } from '../detect/vendor/vendor-place.ts';

/**
 * Whether a driver is so certainly the vendor's that its entry or its place in a list may go: by its file where there is
 * one. Without it the folder of a product does that it is registered from, or a name that others do not use, where the
 * entry leads to a file of such a name, if to any.
 */
export function isProvenDriver(name: string, inventory: Inventory, files: FileIndex): boolean {
  const service = inventory.services.items.find(
    (each) => each.name.toLowerCase() === name.toLowerCase(),
  );
  const path = service?.imageFile ?? null;
  const owner = files.ownerOf(path);
  if (owner !== 'unknown') return owner === 'vendor';
  if (productFolderOf(path) !== null) return true;
  const image = /([^\\]+)\.sys$/i.exec(path ?? '')?.[1] ?? null;
  return isCertainName(name) && (service === undefined || (image !== null && fits(image, name)));
}

/** A file of current products bears the plain name of its driver, whoever else uses that. */
function fits(image: string, driver: string): boolean {
  return isCertainName(image) || driver.toLowerCase().startsWith(`${image.toLowerCase()}.`);
}

function isCertainName(name: string): boolean {
  const known = driverByName(name);
  return known !== null && known.row?.confidence !== 'L' && !isOftenOthers(name);
}
