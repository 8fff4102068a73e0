import type { Plan } from './plan.ts';

/** What a plan begins with. */
export const emptyPlan = {
  format: 'cutover-plan/2',
  steps: [],
  hazards: [],
  kept: [],
  dangers: [],
  notRepaired: [],
  notCleaned: [],
  waysOut: [],
} as const satisfies Omit<Plan, 'choice'>;
