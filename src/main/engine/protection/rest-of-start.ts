import type { Inventory } from '../../../shared/domain/inventory.ts';

/** The Security Center starts some two minutes after Windows (`DelayedAutoStart`), and Microsoft Defender only after that. */
export const startTakesMs = 10 * 60_000;
const securityCenter = /^wscsvc$/i;

/** Milliseconds since Windows was started, when this was read; null where that is not known. */
export function ageOfStart({ collectedAt, machine: { bootedAt } }: Inventory): number | null {
  return bootedAt === undefined ? null : Date.parse(collectedAt) - Date.parse(bootedAt);
}

/**
 * Milliseconds that are left of the time in which Windows starts, as long as the Security Center does not run yet: what it lists
 * until then proves no absence. 0 where it runs, or is off for good.
 */
export function restOfStart(inventory: Inventory): number {
  const age = ageOfStart(inventory);
  const center = inventory.services.items.find(({ name }) => securityCenter.test(name));
  if (age === null || center?.state !== 'stopped') return 0;
  return Math.max(0, startTakesMs - age);
}
