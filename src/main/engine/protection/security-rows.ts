import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SecurityProduct } from '../../../shared/domain/inventory/security-products.ts';
import { decodeProductState } from '../../../shared/windows/product-state.ts';
import { antivirusProducts, type AntivirusRow } from '../../catalog/antivirus-products.ts';
import type { FileIndex } from '../detect/vendor/file-index.ts';
import { productFolderOf } from '../detect/vendor/vendor-place.ts';
import { vendorNameKind } from '../detect/vendor/vendor-name.ts';

/** A row of an antivirus in one of the two lists of the Security Center. */
export interface SecurityRow {
  readonly list: 'securityCenter' | 'securityCenterWmi';
  readonly name: string;
  readonly state: SecurityProduct['state'];
  readonly signatures: SecurityProduct['signatures'];
  readonly path: string | null;
}

/** All rows of both lists that claim to be an antivirus. */
export function securityRows(inventory: Inventory): readonly SecurityRow[] {
  const byCom = inventory.securityProducts.items
    .filter(({ provider }) => provider === 'antivirus')
    .map(({ name, state, signatures, reportingPath }) => ({
      list: 'securityCenter' as const,
      name,
      state,
      signatures,
      path: reportingPath,
    }));
  const byWmi = inventory.wmiSecurityProducts.items
    .filter(({ provider }) => provider === 'antivirus')
    .map(({ displayName, productState, reportingPath, productPath }) => ({
      list: 'securityCenterWmi' as const,
      name: displayName,
      ...decodeProductState(productState),
      path: reportingPath ?? productPath,
    }));
  return [...byCom, ...byWmi];
}

/** Whose a row is. The GUID is not asked: whoever registers a product chooses it. */
export function isKasperskyRow(row: SecurityRow, files: FileIndex): boolean {
  if (['vendor', 'mention'].includes(vendorNameKind(row.name))) return true;
  return productFolderOf(row.path) !== null || files.ownerOf(row.path) === 'vendor';
}

export function isDefenderRow({ name, path }: SecurityRow): boolean {
  const place = /^windowsdefender:|\\Windows Defender\\(?:Platform\\[^\\]+\\)?MsMpeng\.exe$/i;
  return /^(?:Windows|Microsoft) Defender/i.test(name) || place.test(path ?? '');
}

/** Rows of one product under one key, however many it has and in whichever list they stand. */
export function rowsByProduct(
  rows: readonly SecurityRow[],
): ReadonlyMap<string, readonly SecurityRow[]> {
  return Map.groupBy(rows, ({ name }) => keyOf(name));
}

/** What the catalog knows under a name; the longest beginning counts. Empty for a product nobody described. */
export function catalogRowsFor(name: string): readonly AntivirusRow[] {
  const scored = antivirusProducts.map((row) => ({ row, length: longestStart(row, name) }));
  const longest = Math.max(...scored.map(({ length }) => length));
  return longest === 0
    ? []
    : scored.flatMap(({ row, length }) => (length === longest ? [row] : []));
}

function keyOf(name: string): string {
  const known = catalogRowsFor(name).map(({ id }) => id);
  return known.length > 0 ? known.join('+') : `name:${name.trim().toLowerCase()}`;
}

function longestStart({ securityNames }: AntivirusRow, name: string): number {
  const lower = `${name.trim().toLowerCase()} `;
  const matching = securityNames.filter((start) => lower.startsWith(start.toLowerCase()));
  return Math.max(0, ...matching.map(({ length }) => length));
}
