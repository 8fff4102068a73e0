import type { Step } from './step.ts';

/** What a step is about, as the machine shows it. */
export function nameOf({ about }: Pick<Step, 'about'>): string {
  return about.kind === 'defender' ? 'Microsoft Defender' : about.name;
}

/** The finding that a step is about; null where it is about none. */
export function findingIdOf({ about }: Pick<Step, 'about'>): string | null {
  return about.kind === 'product' ? about.findingId : null;
}

/** How many products steps take off; what they only mend does not count. */
export function productCount(steps: readonly Pick<Step, 'about'>[]): number {
  return steps.filter(({ about }) => about.kind === 'product').length;
}
