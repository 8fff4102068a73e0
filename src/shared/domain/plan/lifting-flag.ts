import { isManaged } from './managed-hazards.ts';
import type { Hazard } from './plan.ts';

/** What lifts a stop on the command line; in the window it is an answer to choose. Null where nothing does. */
export function liftingFlag({ id, severity }: Pick<Hazard, 'id' | 'severity'>): string | null {
  const asks = severity === 'stop' && isManaged(id);
  return asks ? '--own-computer, --managed-by-us' : null;
}
