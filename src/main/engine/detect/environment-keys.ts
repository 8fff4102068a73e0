import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { VendorKey } from '../../../shared/domain/inventory/vendor-keys.ts';
import { normaliseProductCode } from '../../../shared/windows/product-code.ts';
import { vendorKeyName } from '../../catalog/registry-keys.ts';
import { parseLineKey } from './vendor/matchers.ts';

/** What a product wrote about itself in its `environment` key of the machine. */
export interface EnvironmentKey {
  readonly key: string;
  readonly line: string;
  readonly productCode: string | null;
  readonly productName: string | null;
  readonly productRoot: string | null;
  readonly productVersion: string | null;
}

/** A line of a hive: its own key (the first, where several have the name) and whether it holds an environment. */
export interface LineKey {
  readonly root: string;
  readonly line: string;
  readonly key: string;
  readonly hasEnvironment: boolean;
}

const topKey = new RegExp(
  `^HK(LM|U\\\\[^\\\\]+)\\\\SOFTWARE\\\\(?:WOW6432Node\\\\)?${vendorKeyName}(?:\\\\([^\\\\]+))?(?=\\\\|$)`,
  'iu',
);
const environmentName = '\\environment';

/**
 * The environment keys of the machine. A person's own hive does not count: anybody can write there, and the
 * vendor does not.
 */
export function environmentKeys(inventory: Inventory): EnvironmentKey[] {
  const found: EnvironmentKey[] = [];
  for (const vendorKey of inventory.vendorKeys.items) {
    if (!endsInEnvironment(vendorKey.key)) continue;
    const parsed = parseLineKey(vendorKey.key);
    if (parsed?.root === 'HKLM' && parsed.rest === 'environment') {
      found.push(environmentOf(vendorKey, parsed.line));
    }
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Every line of every hive, once. */
export function lineKeys(inventory: Inventory): LineKey[] {
  const lines = new Map<string, LineKey>();
  let above = '\0';
  for (const { key } of inventory.vendorKeys.items) {
    // Most keys lie below the one before them, and finding that out is much cheaper than taking them apart.
    if (key.startsWith(above) && !endsInEnvironment(key)) continue;
    const parsed = parseLineKey(key);
    if (!parsed) continue;
    const { top } = parsed;
    above = `${top}\\`;
    const id = `${parsed.root}\\${parsed.line}`.toLowerCase();
    const known = lines.get(id);
    lines.set(id, {
      root: parsed.root,
      line: parsed.line,
      key: known && known.key <= top ? known.key : top,
      hasEnvironment: (known?.hasEnvironment ?? false) || parsed.rest === 'environment',
    });
  }
  return [...lines.values()];
}

/** A key of the vendor that names no line: the one directly below the vendor's own, or that itself. */
export interface UnnamedKey {
  readonly root: string;
  readonly name: string;
  readonly key: string;
}

/** The vendor's keys that name no line, each once in every hive. */
export function unnamedKeys(inventory: Inventory): UnnamedKey[] {
  const found = inventory.vendorKeys.items
    .flatMap(({ key }) => unnamedKeyOf(key) ?? [])
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...new Map(found.map((each) => [each.key.toLowerCase(), each])).values()];
}

function unnamedKeyOf(key: string): UnnamedKey | null {
  const [whole, hive = '', name = vendorKeyName] = topKey.exec(key) ?? [];
  return whole === undefined || parseLineKey(key) !== null
    ? null
    : { root: `HK${hive.toUpperCase()}`, name, key: whole };
}

function endsInEnvironment(key: string): boolean {
  return key.slice(-environmentName.length).toLowerCase() === environmentName;
}

function environmentOf(vendorKey: VendorKey, line: string): EnvironmentKey {
  const code = textOf(vendorKey, 'ProductCode');
  return {
    key: vendorKey.key,
    line,
    productCode: code === null ? null : normaliseProductCode(code),
    productName: textOf(vendorKey, 'ProductName'),
    productRoot: textOf(vendorKey, 'ProductRoot'),
    productVersion: textOf(vendorKey, 'ProductVersion'),
  };
}

function textOf(vendorKey: VendorKey, name: string): string | null {
  const value = vendorKey.values.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return typeof value?.data === 'string' && value.data.trim() !== '' ? value.data : null;
}
