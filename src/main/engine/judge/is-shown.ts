import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isComplete, type Section } from '../../../shared/domain/section.ts';
import type { DoneWhen, Gone } from '../../../shared/domain/plan/step.ts';
import { statusOf } from '../protection/defender-status.ts';

/** Whether the machine shows that something is done for Microsoft Defender; null where it cannot tell. */
export function isShown(doneWhen: Exclude<DoneWhen, Gone>, inventory: Inventory): boolean | null {
  switch (doneWhen.kind) {
    case 'serviceRuns':
      return holds(inventory.services, isOf(doneWhen.name), ({ state }) => state === 'running');
    case 'serviceStarts':
      return holds(
        inventory.services,
        isOf(doneWhen.name),
        ({ start }) => start === doneWhen.start,
      );
    case 'valueIs':
      return valueIs(doneWhen, inventory);
    case 'signaturesUpToDate':
      // Windows notices new signatures later than they come, so that old ones say nothing.
      return statusOf(inventory).signatures === 'upToDate' ? true : null;
    default:
      return assertNever(doneWhen);
  }
}

function holds<Item>(
  section: Section<Item>,
  isIt: (item: Item) => boolean,
  isDone: (item: Item) => boolean,
): boolean | null {
  const item = section.items.find(isIt);
  if (item !== undefined) return isDone(item);
  return isComplete(section) ? false : null;
}

function valueIs(
  { key, name, data }: Extract<DoneWhen, { kind: 'valueIs' }>,
  { defender }: Inventory,
): boolean | null {
  const value = defender.items.find((item) => isSame(item.key, key) && isSame(item.name, name));
  if (value === undefined && !isComplete(defender)) return null;
  return (value?.data ?? null) === data;
}

function isOf(name: string) {
  return (item: { readonly name: string }) => isSame(item.name, name);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
