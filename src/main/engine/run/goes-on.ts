import type { RestartChoice } from '../../../shared/domain/restart/restart-choice.ts';
import { usualRestart } from '../../../shared/domain/restart/usual-restart.ts';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { JournalEntry } from '../record/journal-entry.ts';
import { supersededIn } from '../record/run-folder.ts';
import { isSameStart } from '../judge/restart-signs.ts';
import { historyOf, type History } from './resume.ts';

/** How often Windows may go on with a run by itself before a person has to look. */
export const maximumTries = 3;

/** Windows went on with a run as often as it may, and each time it was broken off or came to wait again. */
export const continuedTooOften = {
  id: 'continued-too-often',
  severity: 'stop',
  findingIds: [],
  evidence: [],
} as const satisfies Hazard;

/** What a run needs to know to be gone on with after a restart. */
export interface GoingOn {
  /** What this start was told; missing where what the run was begun with counts. */
  readonly choice?: RestartChoice | undefined;
  /** The console program as it is started again, in full; null out of a checkout, which is nobody's to register. */
  readonly program: string | null;
  /** What stands behind the program to go on with a run. */
  readonly argsOf: (runId: string) => readonly string[];
  /** True where Windows started this by itself. */
  readonly byItself: boolean;
  /** Asks whoever is there whether the computer may be restarted now. */
  readonly mayRestart: () => Promise<boolean>;
}

/**
 * What is to be done where Windows has to restart. Whoever goes on with a run by hand and says nothing of it is not surprised by
 * a restart that was asked for when the run began.
 */
export function restartChoiceOf(
  goingOn: GoingOn | undefined,
  { choice }: Pick<History, 'choice'>,
): RestartChoice {
  const begun = choice.restart ?? usualRestart;
  if (goingOn?.choice !== undefined) return goingOn.choice;
  return goingOn?.byItself === true ? begun : { ...begun, restart: 'never' };
}

/** How often Windows went on with a run by itself since a person last did, this start included. */
export function triesOf(entries: readonly JournalEntry[]): number {
  const starts = entries.flatMap(({ fact }) => {
    if (fact.kind === 'runStarted') return [false];
    return fact.kind === 'runResumed' ? [fact.byItself === true] : [];
  });
  return starts.length - 1 - starts.lastIndexOf(false);
}

/** The steps by which a run registers itself, and takes that away again. */
export function registeringStepId(
  kind: 'registerContinuation' | 'unregisterContinuation',
  runId: string,
) {
  return `restart:${kind}:${runId}`;
}

/** Whether a run registered itself, as far as its journal knows, and did not take that away since. */
export function isRegistered(entries: readonly JournalEntry[], runId: string): boolean {
  return lastRegistering(entries, runId) > lastUnregistering(entries, runId);
}

function lastRegistering(entries: readonly JournalEntry[], runId: string): number {
  const stepId = registeringStepId('registerContinuation', runId);
  return entries.findLastIndex(({ fact }) => fact.kind === 'stepStarted' && fact.stepId === stepId);
}

function lastUnregistering(entries: readonly JournalEntry[], runId: string): number {
  const stepId = registeringStepId('unregisterContinuation', runId);
  return entries.findLastIndex(
    ({ fact }) =>
      fact.kind === 'stepJudged' && fact.result.stepId === stepId && fact.result.outcome === 'done',
  );
}

/** What Windows is told that starts us to go on with a run. */
export type Continuing =
  /** It is another computer's. */
  | 'otherMachine'
  /** Its journal knows nothing of a registration: an older version wrote it, or somebody else. */
  | 'notAsked'
  /** It came to its end meanwhile. */
  | 'atItsEnd'
  /** The computer was not restarted yet: somebody else signed in. */
  | 'notRestarted'
  | 'goesOn';

/** Whether a run is to be gone on with now, by nothing but its journal and what the computer says of its last start. */
export function continuingOf(
  entries: readonly JournalEntry[],
  runId: string,
  machineId: string,
  now: Pick<Inventory, 'machine' | 'collectedAt'>,
): Continuing {
  if (historyOf(entries)?.machineId !== machineId) return 'otherMachine';
  const registered = entries[lastRegistering(entries, runId)];
  if (registered?.fact.kind !== 'stepStarted') return 'notAsked';
  if (!isRegistered(entries, runId) || supersededIn(entries) !== null) return 'atItsEnd';
  const { bootedAt } = registered.fact;
  if (bootedAt === undefined) return 'goesOn';
  return isSameStart({ at: registered.time, bootedAt }, now) ? 'notRestarted' : 'goesOn';
}
