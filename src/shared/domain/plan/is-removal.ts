import type { Choice } from './plan.ts';

/** Whether products are to go. */
export function isRemoval({ phases }: Pick<Choice, 'phases'>): boolean {
  return phases.includes('remove');
}
