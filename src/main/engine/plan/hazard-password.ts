import type { Finding } from '../../../shared/domain/finding.ts';
import { productById } from '../../catalog/products.ts';
import { parseLineKey } from '../detect/matchers.ts';
import type { HazardContext, Seen } from './hazards.ts';

/**
 * Kaspersky's own registry holds something under `OPEP` when removal is protected (two bytes are an empty text).
 * A product that takes its password as a property needs no preparation by a person.
 */
export function passwordSet({ inventory, removed }: HazardContext): Seen | null {
  const keys = inventory.vendorKeys.items.filter((vendorKey) => {
    const parsed = parseLineKey(vendorKey.key);
    if (parsed?.rest !== 'settings\\passwordprotectionsettings') return false;
    return vendorKey.values.some((value) => value.name.toUpperCase() === 'OPEP' && isSet(value));
  });
  const lines = new Set(keys.map(({ key }) => parseLineKey(key)?.line));
  const affected = removed
    .filter(({ productId }) => productById(productId).uninstall.secretProperties.length === 0)
    .filter((finding) => linesOf(finding).some((line) => lines.has(line)));
  return affected.length === 0
    ? null
    : { findings: affected, evidence: keys.map(({ key }) => key) };
}

function isSet(value: { type: string; size: number; data: string | number | null }): boolean {
  if (value.data === 0 || value.data === '') return false;
  return value.size > (/^REG_(?:EXPAND_|MULTI_)?SZ$/.test(value.type) ? 2 : 0);
}

function linesOf(finding: Finding): string[] {
  return finding.parts.vendorKeys.flatMap((key) => parseLineKey(key)?.line ?? []);
}
