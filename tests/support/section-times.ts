import type { InventoryProgress } from '../../src/main/machine/machine.ts';
import type { SectionName } from '../../src/shared/domain/sections.ts';

/** Listens to a reading and tells how long each section took, in milliseconds. */
export function sectionTimes(
  onSection: (name: SectionName, milliseconds: number) => void,
): (progress: InventoryProgress) => void {
  const begun = new Map<SectionName, number>();
  return ({ reading }) => {
    const now = performance.now();
    for (const [name, start] of begun) {
      if (reading.includes(name)) continue;
      begun.delete(name);
      onSection(name, now - start);
    }
    for (const name of reading) if (!begun.has(name)) begun.set(name, now);
  };
}
