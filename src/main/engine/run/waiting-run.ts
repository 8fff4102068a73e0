import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import type { EarlierRun } from '../judge/state.ts';
import { believedRuns, journalOf, type RunFolder } from '../record/run-folder.ts';
import { awaitsRestart, historyOf } from './resume.ts';

/** A run that came as far as it could, with what it was to do. */
export interface WaitingRun extends EarlierRun {
  readonly choice: Choice;
}

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
export function waitingRun({ dataFolder, ...question }: WaitingQuestion): WaitingRun | null {
  if (question.now.pendingRestarts.items.length === 0) return null;
  for (const { runId, path } of believedRuns(dataFolder)) {
    const waiting = runId === question.except ? null : waitingIn(path, runId, question);
    if (waiting !== null) return waiting;
  }
  return null;
}

function waitingIn(
  path: string,
  runId: string,
  { machineId, now }: Omit<WaitingQuestion, 'dataFolder'>,
): WaitingRun | null {
  const journal = journalOf(path);
  const history = journal.ok ? historyOf(journal.entries) : null;
  if (history === null || history.plan === null || history.machineId !== machineId) return null;
  const { plan, attempts, choice } = history;
  const steps = plan.steps.filter(({ id }) => {
    const attempt = attempts.get(id);
    return attempt?.judged?.outcome === 'restartNeeded' && awaitsRestart({ now }, attempt);
  });
  return steps.length === 0 ? null : { runId, steps, dangersBefore: plan.dangers, choice };
}
