import type { Finding } from '../../../shared/domain/finding.ts';
import type { VendorKey } from '../../../shared/domain/inventory/vendor-keys.ts';
import { productById } from '../../catalog/products/products.ts';
import { passwordKeys } from '../../catalog/registry-keys.ts';
import { parseLineKey } from '../detect/vendor/matchers.ts';
import type { HazardContext, Seen } from './hazards.ts';

/**
 * Kaspersky's own registry tells whether a password protects a product. One that takes its password as a property needs
 * no preparation by a person.
 */
export function passwordSet({ inventory, removed }: HazardContext): Seen | null {
  const keys = inventory.vendorKeys.items.filter(
    ({ key, values }) =>
      // Of thousands of keys few end so, and taking one apart takes longer.
      endings.test(key) && places.has(parseLineKey(key)?.rest ?? '') && isProtected(values),
  );
  const lines = new Set(keys.map(({ key }) => parseLineKey(key)?.line));
  const affected = removed
    .filter(({ productId }) => productById(productId).uninstall.secretProperties.length === 0)
    .filter((finding) => linesOf(finding).some((line) => lines.has(line)));
  return affected.length === 0
    ? null
    : { findings: affected, evidence: keys.map(({ key }) => key) };
}

const endings = new RegExp(
  String.raw`\\(?:${passwordKeys.map(({ below }) => below.replace(/^.*\\/, '')).join('|')})$`,
  'i',
);
const places: ReadonlySet<string> = new Set(passwordKeys.map(({ below }) => below));

type Values = VendorKey['values'];

/** The switch decides where it was recorded; without it, that there is a password. */
function isProtected(values: Values): boolean {
  const known = valueNamed(values, 'EnablePswrdProtect')?.data ?? null;
  if (known !== null) return known !== 0 && known !== '0';
  const password = valueNamed(values, 'OPEP');
  return password !== undefined && isSet(password);
}

function valueNamed(values: Values, name: string): Values[number] | undefined {
  return values.find((value) => value.name.toLowerCase() === name.toLowerCase());
}

/** Two bytes are an empty text. */
function isSet({ type, size, data }: Values[number]): boolean {
  if (data === 0 || data === '') return false;
  return size > (/^REG_(?:EXPAND_|MULTI_)?SZ$/.test(type) ? 2 : 0);
}

function linesOf(finding: Finding): string[] {
  return finding.parts.vendorKeys.flatMap((key) => parseLineKey(key)?.line ?? []);
}
