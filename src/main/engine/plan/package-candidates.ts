import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { DriverPackage } from '../../../shared/domain/inventory/software/driver-packages.ts';
import { fileIndex, type FileIndex } from '../detect/vendor/file-index.ts';
import { vendorNameKind } from '../detect/vendor/vendor-name.ts';
import type { Candidate } from './leftover-candidates.ts';
import { isProvenDriver } from './proven-driver.ts';

/**
 * Packages of the vendor in the driver store. Whose one is says no product: while any is there, only that goes of which another
 * one had a driver.
 */
export function packageCandidates(
  inventory: Inventory,
  findings: readonly Finding[],
): readonly Candidate[] {
  const packages = inventory.driverPackages.items.filter(
    ({ provider }) => vendorNameKind(provider) === 'vendor',
  );
  if (packages.length === 0) return [];
  const files = fileIndex(inventory);
  return packages.map((each) => {
    const { inf, store } = each;
    return {
      place: store ?? inf,
      action: { kind: 'quarantineDriverPackage', store: store ?? inf, inf },
      folder: null,
      owners: findings.filter(({ parts }) =>
        each.services.some((name) => parts.drivers.some((driver) => isSame(driver, name))),
      ),
      confidence: store !== null && isProven(each, inventory, files) ? null : 'U',
      userSid: null,
      users: usersOf(each, inventory),
    };
  });
}

/** Nobody else signed anything of it, and the vendor signed something or has a driver of this name. */
function isProven(
  { signers, services }: DriverPackage,
  inventory: Inventory,
  files: FileIndex,
): boolean {
  const isVendors = (name: string) => vendorNameKind(name) === 'vendor';
  // Windows takes drivers only that Microsoft signed too, and of many of them nobody else signed anything.
  const isExpected = (name: string) => isVendors(name) || name === 'Microsoft Corporation';
  if (signers === null || signers.length === 0 || !signers.every(isExpected)) return false;
  return signers.some(isVendors) || services.some((name) => isProvenDriver(name, inventory, files));
}

/** Devices, and drivers that it registered whose file is there. */
function usersOf(
  { usedBy, services }: DriverPackage,
  inventory: Inventory,
): readonly string[] | null {
  if (usedBy === null) return null;
  const working = inventory.services.items.filter(
    ({ name, imageExists }) => imageExists !== false && services.some((each) => isSame(each, name)),
  );
  return [...usedBy, ...working.map(({ name }) => name)];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
