import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { drivers } from '../../src/main/catalog/drivers.ts';
import { processes } from '../../src/main/catalog/processes.ts';
import { products } from '../../src/main/catalog/products/products.ts';
import { services } from '../../src/main/catalog/services.ts';

const compile = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'iu'));
const names = compile(products.flatMap((row) => row.names.map(({ match }) => match)));
const lines = compile(products.flatMap((row) => row.lines.map(({ match }) => match)));
const folders = compile(products.flatMap((row) => row.folders.map(({ match }) => match)));
const serviceNames = services.map(({ match }) => new RegExp(match, 'i'));
const driverNames = drivers.map(({ name }) => new RegExp(`^${name}(?:[._].*)?$`, 'i'));
const images = processes.map(({ image }) => new RegExp(`^${image.replaceAll('.', '\\.')}$`, 'i'));

/**
 * The plain way to look for products, as a yardstick for the real one: every pattern of the catalog on every item,
 * patterns compiled once. It neither proves nor groups anything.
 */
export function naiveDetect(inventory: Inventory): string[] {
  const found: string[] = [];
  const look = (patterns: readonly RegExp[], text: string | null, ref: string) => {
    for (const pattern of patterns) if (text !== null && pattern.test(text)) found.push(ref);
  };
  for (const { key, displayName } of inventory.programs.items) look(names, displayName, key);
  for (const { productCode, name } of inventory.installerProducts.items)
    look(names, name, productCode);
  for (const { name } of inventory.services.items) {
    look(serviceNames, name, name);
    look(driverNames, name, name);
  }
  for (const { name } of inventory.processes.items) look(images, name, name);
  for (const { key } of inventory.vendorKeys.items) {
    for (const segment of key.split('\\')) look(lines, segment, key);
  }
  for (const { entries } of inventory.vendorFolders.items) {
    for (const { path } of entries)
      for (const segment of path.split('\\')) look(folders, segment, path);
  }
  return found;
}
