import type { Inventory } from '../../../shared/domain/inventory.ts';
import { providerList } from '../../../shared/domain/inventory/security-products.ts';
import {
  productClasses,
  securityNamespace,
} from '../../../shared/domain/inventory/wmi-security-products.ts';

/** What the gaps of a list begin with that are about no antivirus. */
const ofOthers = {
  securityProducts: [providerList('antispyware'), providerList('firewall')],
  wmiSecurityProducts: [productClasses.antispyware, productClasses.firewall].map(
    (name) => `${securityNamespace}: ${name}`,
  ),
} as const;

/**
 * Whether a list of the Security Center tells of every antivirus, so that its silence means absence. What could not be read of a
 * firewall leaves nothing open there: Windows keeps less for those, and products fill in less.
 */
export function listsEveryAntivirus(list: keyof typeof ofOthers, inventory: Inventory): boolean {
  const { state, gaps } = inventory[list];
  return (
    state !== 'unreadable' &&
    gaps.every(({ subject }) => ofOthers[list].some((start) => subject.startsWith(start)))
  );
}
