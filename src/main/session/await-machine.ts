import type { Inventory } from '../../shared/inventory.ts';
import { scope } from '../catalog/scope.ts';
import { systemClock } from '../engine/clock.ts';
import type { Machine } from '../machine/machine.ts';
import { patienceFor } from './patience.ts';

/** Looks at a machine until it is as wished or the usual time is over; gives back the last look. */
export async function awaitMachine(
  machine: Machine,
  isAsWished: (inventory: Inventory) => boolean,
  signal: AbortSignal,
): Promise<Inventory> {
  const { everyMs, limitMs, sleep } = patienceFor(machine);
  const end = systemClock.now().getTime() + limitMs;
  for (;;) {
    const inventory = await machine.inventory(scope);
    if (isAsWished(inventory) || signal.aborted || systemClock.now().getTime() >= end) {
      return inventory;
    }
    await sleep(everyMs, signal);
  }
}
