import { reversals } from '../reversals.ts';
import type { RunRecord } from './record.ts';
import { stepsTaken } from './steps-taken.ts';

/** The command that takes back what a run changed; null where it changed nothing that can be taken back. */
export function wayBack(record: RunRecord): string | null {
  const canGoBack = stepsTaken(record).some(
    ({ step, result }) => result.outcome === 'done' && reversals[step.action.kind] !== 'no',
  );
  return canGoBack ? `cutover restore ${record.runId}` : null;
}
