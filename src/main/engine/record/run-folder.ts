import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { inventorySchema } from '../../../shared/domain/inventory-schema.ts';
import type { Message } from '../../../shared/domain/message.ts';
import { runIdPattern } from '../../../shared/domain/restart/run-id.ts';
import type { RunOutcome } from '../../../shared/domain/run/run-outcomes.ts';
import { runRecordSchema, type RunRecord } from '../../../shared/domain/run/record.ts';
import type { RunSummary } from '../../../shared/domain/run/run-summary.ts';
import type { ChosenPhase } from '../../../shared/domain/plan/step.ts';
import type { StepOutcome } from '../../../shared/domain/plan/step-outcomes.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { patiently } from '../../disk/patiently.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { syncFolder } from '../../disk/sync-folder.ts';
import { waitingMark } from '../../disk/waiting-mark.ts';
import type { Clock } from './clock.ts';
import { productChanges } from '../judge/product-changes.ts';
import { writing } from '../../disk/cannot-write.ts';
import { continueJournal, createJournal, readJournal } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';
import { recordVersion1 } from './version-1.ts';

/** Where everything about one run lies: its journal, both inventories, the logs and the reports. */
export interface RunFolder {
  readonly runId: string;
  readonly path: string;
  /** The folder that this one and those of all other runs lie in. */
  readonly dataFolder: DataFolder;
  /** Opens the journal, new or to go on with. */
  openJournal(clock: Clock): ReturnType<typeof continueJournal>;
  /** @throws CannotWrite */
  writeInventory(purpose: 'before' | 'after', inventory: Inventory): void;
  /** The inventory of the first start; null when it was never written or cannot be read. */
  readInventory(purpose: 'before' | 'after'): Inventory | null;
  /** Path for the log of an installer; its folder exists afterwards. @throws CannotWrite */
  logFile(name: string): string;
  /** Where what a step starts may put its own files; exists afterwards. @throws CannotWrite */
  temporaryFolder(): string;
  /** Where what is cleaned up is kept, until it is brought back or ended for good; exists afterwards. @throws CannotWrite */
  quarantineFolder(): string;
  /** Takes away what was left in the folder of what steps start. What is still in use stays. */
  clearTemporary(): void;
  /** Takes the folder away again when nothing was written into it; a run that never began leaves no trace. */
  discardIfUnused(): void;
  /** Replaces a file as a whole or not at all. @throws CannotWrite */
  writeFile(name: string, content: string): void;
}

/** Makes the folder of a new run below the data folder. @throws CannotWrite */
export function createRunFolder(dataFolder: DataFolder, clock: Clock): RunFolder {
  const runs = join(dataFolder.path, 'runs');
  return writing(runs, () => {
    const runId = newRunId(clock.now());
    dataFolder.make(join(runs, runId));
    syncFolder(runs);
    return new DiskRunFolder(runId, dataFolder);
  });
}

/** The folder, or why it is not believed; null when there is none of that name. */
export type FoundRun =
  | { readonly ok: true; readonly folder: RunFolder }
  | { readonly ok: false; readonly why: Message | null };

/** The folder of a run that exists. */
export function findRunFolder(dataFolder: DataFolder, runId: string): FoundRun {
  const place = runPlaces(dataFolder).find((each) => each.runId === runId);
  const why = place === undefined ? null : dataFolder.doubt(place.path);
  if (place === undefined || why !== null) return { ok: false, why };
  return { ok: true, folder: new DiskRunFolder(runId, dataFolder) };
}

/** All runs, the newest first. One that somebody else could have written is listed, and nothing of it is read. */
export function listRuns(dataFolder: DataFolder): readonly RunSummary[] {
  return runPlaces(dataFolder).map((place) =>
    dataFolder.doubt(place.path) === null ? summaryOf(place) : unread(place),
  );
}

/** Those that are believed, the newest first, with nothing of them read yet. */
export function* believedRuns(dataFolder: DataFolder): Generator<RunPlace> {
  for (const place of runPlaces(dataFolder)) if (dataFolder.doubt(place.path) === null) yield place;
}

type RunPlace = Pick<RunSummary, 'runId' | 'path'>;

function runPlaces({ path }: DataFolder): readonly RunPlace[] {
  return runIds(path)
    .toSorted((a, b) => (a < b ? 1 : -1))
    .map((runId) => ({ runId, path: join(path, 'runs', runId) }));
}

/** Sortable and readable, in UTC so that a change of the clock's zone keeps the order: `20261123-171500-k3f9`. */
export function newRunId(now: Date): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  const random = Array.from({ length: 4 }, () => randomInt(36).toString(36)).join('');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${random}`;
}

/** Version 2 had all but the state. */
const recordVersion2 = runRecordSchema
  .omit({ state: true })
  .extend({ format: z.literal('cutover-run/2') })
  .transform((record): RunRecord => ({ ...record, format: 'cutover-run/3', state: null }));

const readableRecord = z.union([runRecordSchema, recordVersion2, recordVersion1]);

/** Reads `report.json` of a run; null when it is missing or not what this version or the one before writes. */
export function readRunRecord(folder: string): RunRecord | null {
  const parsed = readableRecord.safeParse(readJson(join(folder, 'report.json')));
  return parsed.success ? withProducts(parsed.data) : null;
}

/** Versions before this one did not keep what became of each product; it is in what they did keep. */
function withProducts(record: RunRecord): RunRecord {
  return record.products.length > 0 ? record : { ...record, products: productChanges(record) };
}

/** Removes the file of a socket whose process is dead, see `run-lock.ts`. */
export function removeDeadSocket(path: string): void {
  rmSync(path, { force: true });
}

class DiskRunFolder implements RunFolder {
  readonly runId: string;
  readonly path: string;
  readonly dataFolder: DataFolder;

  constructor(runId: string, dataFolder: DataFolder) {
    this.runId = runId;
    this.path = join(dataFolder.path, 'runs', runId);
    this.dataFolder = dataFolder;
  }

  openJournal(clock: Clock): ReturnType<typeof continueJournal> {
    const path = join(this.path, journalName);
    const read = readJournal(path);
    // Killed before the first line was whole: nothing had been done, so the run begins anew.
    const unbegun = !read.ok && (read.code === 'missing' || read.code === 'empty');
    if (unbegun) return { ok: true, journal: createJournal(path, clock) };
    if (read.ok) discardUncleanLogs(join(this.path, 'logs'), read.entries);
    return continueJournal(path, clock);
  }

  writeInventory(purpose: 'before' | 'after', inventory: Inventory): void {
    this.writeFile(`${purpose}.json`, `${JSON.stringify(inventory, null, 1)}\n`);
  }

  readInventory(purpose: 'before' | 'after'): Inventory | null {
    const parsed = inventorySchema.safeParse(readJson(join(this.path, `${purpose}.json`)));
    return parsed.success ? parsed.data : null;
  }

  logFile(name: string): string {
    const logs = join(this.path, 'logs');
    writing(logs, () => makeFolder(logs));
    return join(logs, `${name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80)}.log`);
  }

  temporaryFolder(): string {
    const temporary = join(this.path, 'temp');
    writing(temporary, () => makeFolder(temporary));
    return temporary;
  }

  quarantineFolder(): string {
    const quarantine = join(this.path, quarantineName);
    writing(quarantine, () => {
      if (existsSync(quarantine)) return;
      this.dataFolder.make(quarantine);
      syncFolder(this.path);
    });
    return quarantine;
  }

  clearTemporary(): void {
    try {
      rmSync(join(this.path, 'temp'), { recursive: true, force: true });
    } catch {
      // A program of the vendor still runs there.
    }
  }

  discardIfUnused(): void {
    try {
      rmdirSync(this.path);
    } catch {
      // Something lies in it, so it is a run that had begun.
    }
  }

  writeFile(name: string, content: string): void {
    const path = join(this.path, name);
    writing(path, () => replaceFile(path, content));
  }
}

/** Whether something is still in the quarantine, or comes there with the next restart, at the place that a journal names. */
export function isKept(place: string): boolean {
  return existsSync(place) || existsSync(waitingMark(place));
}

/**
 * Takes away the logs of attempts that nobody saw end: where the computer lost its power in the middle of a removal, nobody
 * looked through them for what the installer may have written of its properties. One that is still written stays, and
 * whoever writes it cleans it.
 */
function discardUncleanLogs(logs: string, entries: readonly JournalEntry[]): void {
  const kept = new Set(
    entries.flatMap(({ fact }) =>
      fact.kind === 'stepEnded' && fact.result.logFile !== null
        ? (fact.result.logFile.split(/[\\/]/).at(-1) ?? [])
        : [],
    ),
  );
  for (const name of namesIn(logs).filter((each) => !kept.has(each))) {
    try {
      patiently(() => rmSync(join(logs, name), { force: true }), 1000);
    } catch {
      // It is open.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What the journal of a run says, by the folder of the run. */
export function journalOf(runPath: string): ReturnType<typeof readJournal> {
  return readJournal(join(runPath, journalName));
}

/** What a run cleaned up, in its folder. */
export const quarantineName = 'quarantine';
/** The journal of a run, in its folder. */
const journalName = 'journal.jsonl';

function runIds(path: string): readonly string[] {
  try {
    return readdirSync(join(path, 'runs')).filter((name) => runIdPattern.test(name));
  } catch {
    return [];
  }
}

function unread(place: RunPlace): RunSummary {
  const state = 'unreadable';
  const unknown = { startedAt: null, phases: null, outcome: null, supersededBy: null };
  return { ...place, ...unknown, starts: 0, state };
}

/** What a list shows of it. */
export function summaryOf(place: RunPlace): RunSummary {
  const journal = journalOf(place.path);
  if (!journal.ok) {
    const unbegun = journal.code === 'missing' || journal.code === 'empty';
    return unbegun ? { ...unread(place), state: 'notBegun' } : unread(place);
  }
  const outcome = outcomeOf(journal.entries);
  const supersededBy = supersededIn(journal.entries);
  const open = outcome === null || awaitsRestart(outcome) || leavesSteps(journal.entries);
  return {
    ...place,
    startedAt: journal.entries[0]?.time ?? null,
    phases: phasesOf(journal.entries),
    starts: startsOf(journal.entries),
    outcome,
    supersededBy,
    state: open && supersededBy === null ? 'resumable' : 'finished',
  };
}

function awaitsRestart(outcome: RunOutcome): boolean {
  return outcome === 'restartNeeded' || outcome === 'restartStarted';
}

/** Beside a danger a run that waits for a restart ends in another outcome, and goes on after it all the same. */
function leavesSteps(entries: readonly JournalEntry[]): boolean {
  const last = new Map<string, StepOutcome>();
  for (const { fact } of entries)
    if (fact.kind === 'stepJudged') last.set(fact.result.stepId, fact.result.outcome);
  const ends = [...last.values()];
  return outcomeOf(entries) === 'dangerFound' && ends.includes('restartNeeded');
}

function phasesOf([first]: readonly JournalEntry[]): readonly ChosenPhase[] | null {
  return first?.fact.kind === 'runStarted' ? first.fact.choice.phases : null;
}

/** How often the program was started for this run so far. */
export function startsOf(entries: readonly JournalEntry[]): number {
  return entries.filter(({ fact }) => fact.kind === 'runStarted' || fact.kind === 'runResumed')
    .length;
}

/** The outcome of the last start; null while it goes on or when it was interrupted. */
export function outcomeOf(entries: readonly JournalEntry[]): RunOutcome | null {
  const last = entries.at(-1)?.fact;
  return last?.kind === 'runFinished' ? last.outcome : null;
}

/** The run that took the place of this one; null where none did, or somebody went on with it all the same. */
export function supersededIn(entries: readonly JournalEntry[]): string | null {
  const last = entries.at(-1)?.fact;
  return last?.kind === 'superseded' ? last.by : null;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
