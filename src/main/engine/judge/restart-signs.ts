import type { Inventory } from '../../../shared/domain/inventory.ts';

/** What makes Windows want a restart, as comparable texts: each file that waits is a sign of its own. */
export function restartSigns(inventory: Inventory): string[] {
  return inventory.pendingRestarts.items.flatMap(({ source, detail }) =>
    signsIn(detail === '' ? source : `${source}: ${detail}`),
  );
}

/** Restarts that are pending now and were not before. `before` may be what version 0.1.0 wrote. */
export function newRestartSigns(before: readonly string[], after: Inventory): string[] {
  const known = new Set(before.flatMap(signsIn));
  return restartSigns(after).filter((sign) => !known.has(sign));
}

/** Where no file is named, the place is the sign; version 0.1.0 had a sentence of ours behind it. */
function signsIn(text: string): readonly string[] {
  const [source = ''] = text.split(': ', 1);
  const files = text.slice(source.length).match(file) ?? [];
  return files.length === 0 ? [source] : files.map((path) => `${source}: ${path}`);
}

const file = /(?:[A-Za-z]:|\\)\\[^;]*/g;
