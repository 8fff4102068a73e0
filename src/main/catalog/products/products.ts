import { businessProducts } from './business-products.ts';
import { homeProducts } from './home-products.ts';
import { managementProducts } from './management-products.ts';
import { otherProducts } from './other-products.ts';
import type { ProductRow } from './product-row.ts';

/**
 * Every product, the more specific name before the more general one: the first row whose pattern fits names
 * a finding.
 */
export const products: readonly ProductRow[] = [
  ...otherProducts,
  ...managementProducts,
  ...businessProducts,
  ...homeProducts,
];

const byId = new Map(products.map((row) => [row.id, row]));

/** The row of a product id. An unknown id is a defect, because ids come from these rows. */
export function productById(id: string): ProductRow {
  const row = byId.get(id);
  if (!row) throw new Error(`The catalog has no product "${id}".`);
  return row;
}
