import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SecurityProduct } from '../../../shared/domain/inventory/security-products.ts';
import { message } from '../../../shared/domain/message.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';
import { decodeProductState } from '../../../shared/windows/product-state.ts';
import { rowByName } from './vendor/matchers.ts';
import { sign, type Sign } from './sign.ts';
import { productFolderOf } from './vendor/vendor-place.ts';
import { vendorNameKind } from './vendor/vendor-name.ts';

/** What one of the two lists of the Security Center says of a product. */
export type ListedProduct = Pick<
  SecurityProduct,
  'provider' | 'name' | 'state' | 'guid' | 'reportingPath'
>;

/** What Windows Security shows is a claim of the product, so it supports and never proves. */
export function securitySigns(inventory: Inventory): Sign[] {
  const mayBeThere = registering.some((name) => inventory[name].state === 'unreadable');
  return listedProducts(inventory)
    .filter(isVendors)
    .map((product) => securitySign(product, mayBeThere));
}

const registering = [
  'programs',
  'installerProducts',
  'vendorKeys',
] as const satisfies readonly SectionName[];

/** The rows of both lists; one that stands in both is told as the first list has it. */
export function listedProducts(inventory: Inventory): readonly ListedProduct[] {
  const listed = inventory.securityProducts.items;
  const known = new Set(listed.map(keyOf));
  const byWmi = inventory.wmiSecurityProducts.items.map(
    ({ displayName, productState, reportingPath, productPath, provider, guid }) => ({
      provider,
      name: displayName,
      state: decodeProductState(productState).state,
      guid,
      reportingPath: reportingPath ?? productPath,
    }),
  );
  return [...listed, ...byWmi.filter((row) => !known.has(keyOf(row)))];
}

function keyOf({ provider, name }: Pick<ListedProduct, 'provider' | 'name'>): string {
  return `${provider}:${name.toLowerCase()}`;
}

/** True for a row that names the vendor itself and not the engine in a product of others. */
export function isVendors({ name }: ListedProduct): boolean {
  const kind = vendorNameKind(name);
  return (
    kind !== 'foreign' && kind !== 'missing' && rowByName(name)?.row.family !== 'embeddedEngine'
  );
}

/** Nothing but a row where the product is known to be gone, else the product that its title names. */
function securitySign(product: ListedProduct, mayBeThere: boolean): Sign {
  const titled = mayBeThere ? rowByName(product.name)?.row.id : undefined;
  const folder = productFolderOf(product.reportingPath);
  return sign({
    evidence: {
      kind: 'securityProduct',
      ref: product.guid ?? product.name,
      says: message('evidence.securityProduct.listed', {
        name: product.name,
        provider: product.provider,
      }),
      strength: folder === null ? 'hint' : 'support',
    },
    folder: folder?.key ?? null,
    families: ['antivirus', 'endpoint', 'server'],
    orphanOf: titled ?? 'kaspersky-security-center-entry',
    name: product.name,
  });
}
