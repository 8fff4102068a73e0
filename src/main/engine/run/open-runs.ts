import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { Choice } from '../../../shared/domain/plan/plan.ts';
import type { RunRecord } from '../../../shared/domain/run/record.ts';
import { outcomes } from '../../../shared/domain/run/run-outcomes.ts';
import type { JournalEntry } from '../record/journal-entry.ts';
import {
  believedRuns,
  findRunFolder,
  journalOf,
  summaryOf,
  type RunFolder,
} from '../record/run-folder.ts';
import { historyOf, maximumStarts, type History } from './resume.ts';
import type { RunContext } from './run-states.ts';
import { waitingIn } from './waiting-run.ts';

export interface OpenQuestion {
  readonly dataFolder: RunFolder['dataFolder'];
  readonly machineId: string;
  /** A run that is not asked about: the one that asks. */
  readonly except?: string;
}

interface OpenRun {
  readonly folder: RunFolder;
  readonly history: History;
  readonly askedAt: string;
}

/** The run that the same wish goes on with: one of this machine that is not at its end; null where a new one begins. */
export function openRunFor(question: OpenQuestion, choice: Choice): RunFolder | null {
  for (const { folder, history } of openRuns(question)) {
    const mayGoOn = !history.dryRun && history.interruptions < maximumStarts;
    if (mayGoOn && wants(history.choice) === wants(choice)) return folder;
  }
  return null;
}

/**
 * Ends every other run of the machine that is not at its end: who wanted something else since then has this run for it. Not
 * one that was asked for later, where Windows went on with this one by itself, nor one whose restart and proof are still to
 * come. A run that touched nothing takes nobody's place, and bringing back the antivirus of Windows not that of a removal.
 * @throws CannotWrite
 */
export function endOthers(context: RunContext, record: RunRecord, now: Inventory): void {
  if (record.outcome === null || outcomes[record.outcome].leaves === 'untouched') return;
  const { folder, machine, clock, history, journal } = context;
  const { dataFolder, runId } = folder;
  const question = { dataFolder, machineId: machine.id, except: runId };
  const others = [...openRuns(question)].filter(
    (each) =>
      isOnlyDefenders(each.history) === isOnlyDefenders(history) &&
      each.askedAt <= askedAt(journal.entries) &&
      waitingIn(each.folder.path, each.folder.runId, { ...question, now }) === null,
  );
  for (const { folder: other } of others) {
    const opened = other.openJournal(clock);
    if (!opened.ok) continue;
    opened.journal.append({ kind: 'superseded', by: runId });
    opened.journal.close();
  }
}

/** When somebody asked for a run last; that Windows went on with it is nobody's wish. */
function askedAt(entries: readonly JournalEntry[]): string {
  const last = entries.findLast(
    ({ fact }) =>
      fact.kind === 'runStarted' || (fact.kind === 'runResumed' && fact.byItself !== true),
  );
  return last?.time ?? '';
}

function isOnlyDefenders({ choice }: History): boolean {
  return choice.phases.every((phase) => phase === 'reactivate');
}

/** The newest first; read only as far as somebody asks for them. */
function* openRuns({ dataFolder, machineId, except }: OpenQuestion): Generator<OpenRun> {
  for (const place of believedRuns(dataFolder)) {
    if (place.runId === except || summaryOf(place).state !== 'resumable') continue;
    const found = findRunFolder(dataFolder, place.runId);
    const journal = journalOf(place.path);
    const history = journal.ok ? historyOf(journal.entries) : null;
    if (!found.ok || !journal.ok || history?.machineId !== machineId) continue;
    yield { folder: found.folder, history, askedAt: askedAt(journal.entries) };
  }
}

/** What a person wants done and by which means, as a text to compare; what they accepted for it does not count. */
function wants(choice: Choice): string {
  const { phases, only, include, all, undoes } = choice;
  const { requireReplacement, strictRemains, onlyDangerous } = choice;
  const judged = [requireReplacement, strictRemains, onlyDangerous];
  const means = [choice.packages, choice.login, choice.timeLimitMs];
  return JSON.stringify([phases, only, include, all, undoes, judged, means]);
}
