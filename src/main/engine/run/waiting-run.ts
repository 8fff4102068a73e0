import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { EarlierRun } from '../judge/state.ts';
import { believedRuns, journalOf, type RunFolder } from '../record/run-folder.ts';
import { awaitsRestart, historyOf } from './resume.ts';

export interface WaitingQuestion {
  readonly dataFolder: RunFolder['dataFolder'];
  readonly machineId: string;
  readonly now: Inventory;
  /** A run that is not asked about: the one that asks. */
  readonly except?: string;
}

/**
 * The newest run of a machine that waits for a restart, by what its journal says and what Windows still shows of it;
 * null where none does. A restart that others wait for is none of it.
 */
export function waitingRun({ dataFolder, ...question }: WaitingQuestion): EarlierRun | null {
  if (question.now.pendingRestarts.items.length === 0) return null;
  for (const { runId, path } of believedRuns(dataFolder)) {
    const waiting = runId === question.except ? null : waitingIn(path, runId, question);
    if (waiting !== null) return waiting;
  }
  return null;
}

/** The same of one run; null where it does not wait. */
export function waitingIn(
  path: string,
  runId: string,
  { machineId, now }: Omit<WaitingQuestion, 'dataFolder'>,
): EarlierRun | null {
  const journal = journalOf(path);
  const history = journal.ok ? historyOf(journal.entries) : null;
  if (history === null || history.plan === null || history.machineId !== machineId) return null;
  const { plan, attempts } = history;
  const steps = plan.steps.filter(({ id }) => {
    const attempt = attempts.get(id);
    if (attempt === undefined || !awaitsRestart({ now }, attempt)) return false;
    // Killed before it was judged, what came to wait since it was begun is its own.
    return attempt.judged === null || attempt.judged.outcome === 'restartNeeded';
  });
  return steps.length === 0 ? null : { runId, steps, dangersBefore: plan.dangers };
}
