import type { GuidePage, RunView } from '../../../shared/guide.ts';
import { listRuns, readRunRecord } from '../../engine/run-folder.ts';
import type { GuideMachine } from './guide-machine.ts';
import { ended } from './run-view.ts';

export interface EarlierRun {
  readonly path: string;
  readonly run: RunView;
  readonly page: GuidePage;
}

/**
 * The newest run of a machine when it has not come to its end, as the window shows it after it was opened
 * again: it waits for a restart, or it was interrupted, or Windows has been restarted since.
 */
export function earlierRun({ runs, restartedAt }: GuideMachine): EarlierRun | null {
  const newest = runs === '' ? undefined : listRuns(runs)[0];
  if (newest?.state !== 'resumable') return null;
  const { runId, path, startedAt } = newest;
  const record = newest.outcome === 'restartNeeded' ? readRunRecord(path) : null;
  const finishedAt = record?.finishedAt ?? null;
  const restarted =
    finishedAt !== null && restartedAt !== null && restartedAt > new Date(finishedAt);
  if (record === null || restarted)
    return { path, run: { state: 'interrupted', runId, startedAt }, page: 'remove' };
  return { path, run: ended(record), page: 'restart' };
}
