import { sectionNames } from '../../../../shared/domain/sections.ts';
import type { Changes } from './practice-computer.ts';

/** Two sets of changes as one; where both put the same item, the later one counts. */
export function changesTogether(first: Changes, second: Changes): Changes {
  return {
    remove: merged<Changes['remove']>(first.remove, second.remove),
    put: merged<Changes['put']>(first.put, second.put),
  };
}

function merged<T extends object>(first: T, second: T): T {
  const both: Record<string, unknown[]> = {};
  for (const name of sectionNames) {
    const items = [...itemsOf(first, name), ...itemsOf(second, name)];
    if (items.length > 0) both[name] = items;
  }
  return both as T;
}

function itemsOf(part: object, name: string): unknown[] {
  return (part as Record<string, unknown[] | undefined>)[name] ?? [];
}
