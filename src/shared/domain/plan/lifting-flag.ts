import type { Hazard } from './plan.ts';

/** What lifts a stop on the command line; in the window it is a box to tick. Null where nothing does. */
export function liftingFlag({ id, severity }: Pick<Hazard, 'id' | 'severity'>): string | null {
  const isOurs = id === 'managed-by-security-center' && severity === 'stop';
  return isOurs ? '--managed-by-us' : null;
}
