import { stat } from 'node:fs/promises';
import type { InstallerProduct } from '../../../../shared/domain/inventory/installer-products.ts';
import { type Gap, readSection, unreadableSection } from '../../../../shared/domain/section.ts';
import { msi } from '../../windows/ffi/msi.ts';
import { fromWide, toWide, wideAt } from '../../windows/ffi/wide-string.ts';
import { win32 } from '../../windows/ffi/win32-error.ts';
import { isAbsent, windowsGap } from '../../windows/system/windows-gap.ts';
import type { Registry } from '../../registry/registry.ts';
import { withInstalledFeatures } from '../registry/with-installed-features.ts';
import { withUpgradeCodes } from '../registry/with-upgrade-codes.ts';

const everyContext = 7;
const machineContext = 4;
/** Stands for every user. Only an administrator may ask. */
const everybody = 's-1-1-0';

interface Registration {
  readonly productCode: string;
  readonly context: number;
  /** Null for products of the whole machine. */
  readonly userSid: string | null;
}

type Enumeration =
  | { readonly ok: true; readonly found: readonly Registration[]; readonly gaps: readonly Gap[] }
  | { readonly ok: false; readonly code: number };

/**
 * The products that Windows Installer itself has registered: of everybody where we may ask, else of ourselves and
 * the machine. Never through `Win32_Product`, which starts repairs (Microsoft: `MsiEnumProductsEx`).
 */
export async function askInstallerProducts(registry: Registry, hints: readonly string[]) {
  const attempts = [
    () => enumerate(everybody, everyContext),
    () => enumerate(null, everyContext),
    () => enumerate(null, machineContext),
  ];
  let gaps: readonly Gap[] = [];
  for (const attempt of attempts) {
    const result = attempt();
    if (result.ok) {
      const products = await Promise.all(result.found.map(describe));
      const known = withUpgradeCodes(products, registry);
      const items = withInstalledFeatures(known, registry, hints);
      return readSection(items, [...gaps, ...result.gaps]);
    }
    gaps = [windowsGap('products that other users installed', result.code)];
  }
  return unreadableSection(...gaps);
}

/** Far more than any machine has; ends a loop that would not end by itself. */
const mostProducts = 20_000;

function enumerate(userSid: string | null, context: number): Enumeration {
  const found: Registration[] = [];
  const gaps: Gap[] = [];
  for (let index = 0; index < mostProducts; index++) {
    const next = readRegistration(userSid, context, index);
    if (next === win32.noMoreItems) break;
    // A broken registration is skipped; any other error ends the list.
    if (next === win32.badConfiguration) gaps.push(windowsGap(`installer product ${index}`, next));
    else if (typeof next === 'number') return { ok: false, code: next };
    else found.push(next);
  }
  return { ok: true, found, gaps };
}

function readRegistration(
  userSid: string | null,
  context: number,
  index: number,
): Registration | number {
  const code = Buffer.alloc(2 * 39);
  const sid = Buffer.alloc(2 * 256);
  const sidLength = new Uint32Array([256]);
  const installed = new Uint32Array(1);
  const user = userSid === null ? null : toWide(userSid);
  const result = msi().MsiEnumProductsExW(
    null,
    user,
    context,
    index,
    code,
    installed,
    sid,
    sidLength,
  );
  if (result !== win32.success) return result;
  const owner = wideAt(sid, 0);
  return {
    productCode: wideAt(code, 0),
    context: installed[0] ?? 0,
    userSid: installed[0] === machineContext || owner === '' ? null : owner,
  };
}

async function describe(product: Registration): Promise<InstallerProduct> {
  const read = (property: string) => readProperty(product, property);
  const localPackage = read('LocalPackage');
  return {
    productCode: product.productCode,
    name: read('InstalledProductName') ?? read('ProductName'),
    version: read('VersionString'),
    publisher: read('Publisher'),
    installLocation: read('InstallLocation'),
    localPackage,
    localPackageExists: localPackage === null ? null : await fileExists(localPackage),
    context: contextNames[product.context] ?? 'machine',
    userSid: product.userSid,
    state: stateNames[read('State') ?? ''] ?? 'other',
  };
}

const contextNames: Readonly<Record<number, InstallerProduct['context']>> = {
  1: 'userManaged',
  2: 'userUnmanaged',
  4: 'machine',
};
const stateNames: Readonly<Record<string, InstallerProduct['state']>> = {
  5: 'installed',
  1: 'advertised',
};

/** Null when the product has no such property, or an empty one. */
function readProperty(product: Registration, property: string): string | null {
  const code = toWide(product.productCode);
  const user = product.userSid === null ? null : toWide(product.userSid);
  let value = Buffer.alloc(2 * 512);
  for (;;) {
    const length = new Uint32Array([value.length / 2]);
    const { MsiGetProductInfoExW } = msi();
    const name = toWide(property);
    const result = MsiGetProductInfoExW(code, user, product.context, name, value, length);
    const characters = length[0] ?? 0;
    if (result === win32.success) return characters === 0 ? null : fromWide(value, characters);
    if (result !== win32.moreData) return null;
    value = Buffer.alloc(2 * (characters + 1));
  }
}

async function fileExists(path: string): Promise<boolean | null> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    return isAbsent(error) ? false : null;
  }
}
