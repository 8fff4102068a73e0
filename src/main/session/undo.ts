import type { Inventory } from '../../shared/domain/inventory.ts';
import type { Message } from '../../shared/domain/message.ts';
import { defaultChoice, type Choice, type Plan } from '../../shared/domain/plan/plan.ts';
import type { RunEvent } from '../../shared/domain/run/run-event.ts';
import type { UndoPart } from '../../shared/domain/run/undo-parts.ts';
import type { Translator } from '../../shared/words/translator.ts';
import { CannotWrite } from '../disk/cannot-write.ts';
import { systemClock } from '../engine/record/clock.ts';
import type { JournalEntry } from '../engine/record/journal-entry.ts';
import { purgeNote, unfinishedUndoOf, type PurgeNote } from '../engine/record/quarantine.ts';
import {
  createRunFolder,
  findRunFolder,
  journalOf,
  type RunFolder,
} from '../engine/record/run-folder.ts';
import { noPasswords } from '../engine/run/passwords.ts';
import type { RunEnd } from '../engine/run/run.ts';
import { undoPlan } from '../engine/run/undo-plan.ts';
import type { Machine } from '../machine/machine.ts';
import { decisions } from './decisions.ts';
import { runSession } from './run-session.ts';

/** What a run did, and what became of its quarantine since. */
export interface Past {
  readonly entries: readonly JournalEntry[];
  readonly purged: PurgeNote | null;
}

export type ReadPast =
  | { readonly ok: true; readonly past: Past }
  | { readonly ok: false; readonly why: Message };

/** Reads what a run did out of its folder. */
export function readPast(runPath: string): ReadPast {
  const journal = journalOf(runPath);
  if (!journal.ok) return { ok: false, why: journal.message };
  return { ok: true, past: { entries: journal.entries, purged: purgeNote(runPath) } };
}

/** Which computer a run was made on; null where its journal does not tell. */
export function machineOf({ entries: [first] }: Past): string | null {
  return first?.fact.kind === 'runStarted' ? first.fact.machineId : null;
}

/** What is asked for when a run is to be taken back; null means all of its parts. */
export function undoChoice(runId: string, parts: readonly UndoPart[] | null): Choice {
  return { ...defaultChoice, phases: ['undo'], undoes: runId, only: parts };
}

/** What takes it back on the computer as it was just seen. */
export function planOfUndo({ entries, purged }: Past, inventory: Inventory, choice: Choice): Plan {
  return undoPlan(entries, inventory, decisions.detect(inventory), choice, purged !== null);
}

export interface UndoRequest {
  readonly machine: Machine;
  /** What is taken back. */
  readonly run: RunFolder;
  readonly parts: readonly UndoPart[];
  /** Of the person, for the report. */
  readonly words: Translator;
  readonly onEvent: (event: RunEvent) => void;
}

/** Where an undo lies, and how it ended; no folder where none could be made. */
export interface UndoEnd {
  readonly end: RunEnd;
  readonly folder: RunFolder | null;
}

/** Takes parts of a run back as a run of its own. One that was broken off goes on first, with what it was begun for. */
export async function undoRun(request: UndoRequest): Promise<UndoEnd> {
  try {
    const folder = folderFor(request.run);
    return { end: await undoIn(folder, request), folder };
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    const { said, message: detail } = error;
    const code = 'cannotWrite';
    return { end: { kind: 'refused', exit: code, code, message: said, detail }, folder: null };
  }
}

function folderFor(run: RunFolder): RunFolder {
  const unfinished = unfinishedUndoOf(run);
  const found = unfinished === null ? null : findRunFolder(run.dataFolder, unfinished);
  return found?.ok === true ? found.folder : createRunFolder(run.dataFolder, systemClock);
}

async function undoIn(
  folder: RunFolder,
  { machine, run, parts, words, onEvent }: UndoRequest,
): Promise<RunEnd> {
  return await runSession({
    machine,
    folder,
    choice: undoChoice(run.runId, parts),
    secrets: noPasswords,
    words,
    dryRun: false,
    protectionWaitMs: 0,
    signal: new AbortController().signal,
    onEvent,
  });
}
