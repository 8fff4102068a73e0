import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isComplete } from '../../../shared/domain/section.ts';

/** `gone` today, `going` with the next start because it is deleted already, or kept from starting. */
export type Loss = 'gone' | 'going' | 'disabled';

/** What keeps Windows from finding a driver when it starts; null where it will. Absence counts only where everything was read. */
export function lossOf(name: string, { services }: Inventory): Loss | null {
  const driver = services.items.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (driver === undefined) return isComplete(services) ? 'gone' : null;
  if (driver.imageExists === false) return 'gone';
  if (driver.markedForDeletion === true) return 'going';
  return driver.start === 'disabled' ? 'disabled' : null;
}
