import type { Inventory } from '../../../shared/domain/inventory.ts';

/** What makes Windows want a restart, as comparable texts. */
export function restartSigns(inventory: Inventory): string[] {
  return inventory.pendingRestarts.items.map(({ source, detail }) =>
    detail === '' ? source : `${source}: ${detail}`,
  );
}

/** Restarts that are pending now and were not before. */
export function newRestartSigns(before: readonly string[], after: Inventory): string[] {
  const known = new Set(before);
  return restartSigns(after).filter((sign) => !known.has(sign));
}
