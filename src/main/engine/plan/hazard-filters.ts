import { driverFilters } from '../detect/driver-filters.ts';
import type { HazardContext, Seen } from './hazards.ts';

/**
 * Where Windows loads a driver of a product that goes, for a device. The product's own uninstaller should take the name
 * out of the list; reports tell of some that did not.
 */
export function filtersOf({ inventory, removed }: HazardContext, isInput: boolean): Seen | null {
  const places = driverFilters(inventory).filter((filter) => filter.isInput === isInput);
  const standing = (drivers: readonly string[]) => {
    const going = new Set(drivers.map((name) => name.toLowerCase()));
    return places.filter(({ driver }) => going.has(driver.toLowerCase()));
  };
  const findings = removed.filter(({ parts }) => standing(parts.drivers).length > 0);
  if (findings.length === 0) return null;
  const seen = standing(findings.flatMap(({ parts }) => parts.drivers));
  return { findings, evidence: seen.map(({ key, list, driver }) => `${key}, ${list}: ${driver}`) };
}
