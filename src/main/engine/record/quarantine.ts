import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { subjectOf } from '../../../shared/domain/action-subject.ts';
import { message, type Message } from '../../../shared/domain/message.ts';
import { quarantinedSchema, type Quarantined } from '../../../shared/domain/run/quarantined.ts';
import type { DataFolder } from '../../disk/data-folder.ts';
import type { Clock } from './clock.ts';
import type { JournalEntry } from './journal-entry.ts';
import { journalOf, listRuns, quarantineName, type RunFolder } from './run-folder.ts';

/** Something in the quarantine of a run, and where it lies there. */
export interface Kept extends Quarantined {
  readonly place: string;
}

export type Quarantine =
  | { readonly ok: true; readonly things: readonly Kept[] }
  | { readonly ok: false; readonly why: Message };

/** A reason to stop, with what it is about. */
class Refusal extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.id);
    this.said = said;
  }
}

/**
 * What the quarantine of a run holds, or why it must not be deleted: a link leads elsewhere, and who put it there is not
 * known. What the journal does not name is called as it lies there.
 */
export function quarantineOf(
  { path, dataFolder }: Pick<RunFolder, 'path' | 'dataFolder'>,
  entries: readonly JournalEntry[],
): Quarantine {
  const folder = join(path, quarantineName);
  if (!existsSync(folder)) return { ok: true, things: [] };
  const names = [...namesOf(entries)];
  // What stands beside a place belongs to it, and begins with its name.
  const nameOf = (name: string) =>
    names.find(([kept]) => name === kept || name.startsWith(`${kept}.`))?.[1];
  return refusing(() =>
    contentOf(dataFolder, folder).map(({ name, kind, bytes }) => {
      const place = join(folder, name);
      const all = kind === 'folder' ? bytesBelow(dataFolder, place) : bytes;
      return { name: nameOf(name) ?? name, place, bytes: all };
    }),
  );
}

/** Whether anything lies in the quarantine of a run. */
export function keepsAnything(runPath: string): boolean {
  try {
    return readdirSync(join(runPath, quarantineName)).length > 0;
  } catch {
    return false;
  }
}

function refusing(look: () => readonly Kept[]): Quarantine {
  try {
    return { ok: true, things: look() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, why: error.said };
    throw error;
  }
}

/** What a thing was, by the name of its place in the quarantine. */
function namesOf(entries: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const steps = entries.flatMap(({ fact }) => (fact.kind === 'planned' ? fact.plan.steps : []));
  const byId = new Map(steps.map(({ id, action }) => [id, subjectOf(action)]));
  return new Map(
    entries.flatMap(({ fact }) => {
      if (fact.kind !== 'stepBefore' || !('kept' in fact.before)) return [];
      const name = byId.get(fact.stepId);
      return typeof name === 'string' ? [[lastOf(fact.before.kept), name] as const] : [];
    }),
  );
}

/** Paths of Windows and of the system that a practice computer is kept on. */
function lastOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

function contentOf(dataFolder: DataFolder, folder: string) {
  let content: ReturnType<DataFolder['list']>;
  try {
    content = dataFolder.list(folder);
  } catch (error) {
    throw new Refusal(message('purge.notRead', { path: folder, why: (error as Error).message }));
  }
  const link = content.find(({ kind }) => kind === 'link');
  if (link !== undefined)
    throw new Refusal(message('purge.link', { path: join(folder, link.name) }));
  return content;
}

function bytesBelow(dataFolder: DataFolder, folder: string): number {
  let sum = 0;
  for (const { name, kind, bytes } of contentOf(dataFolder, folder))
    sum += kind === 'folder' ? bytesBelow(dataFolder, join(folder, name)) : bytes;
  return sum;
}

const noteSchema = z.object({
  format: z.literal('cutover-purge/1'),
  begunAt: z.iso.datetime(),
  /** Null while it goes on, or was broken off. */
  endedAt: z.iso.datetime().nullable(),
  things: z.array(quarantinedSchema),
});
export type PurgeNote = z.infer<typeof noteSchema>;

/** That the quarantine of a run was ended for good, or that this was begun; null where it was not. */
export function purgeNote(runPath: string): PurgeNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(join(runPath, noteName), 'utf8')));
  } catch {
    // A run whose quarantine is whole has none.
    return null;
  }
}

/** In the folder of the run, beside its journal, which ended with the run. */
const noteName = 'purge.json';

/**
 * Deletes what the quarantine of a run holds, for good, and nothing else. What goes is noted before anything does, and that
 * it is gone afterwards; broken off anywhere and called again, it comes to the same end. Why it could not go on, or null.
 * @throws CannotWrite
 */
export async function endQuarantine(
  run: RunFolder,
  entries: readonly JournalEntry[],
  clock: Clock,
): Promise<Message | null> {
  const quarantine = quarantineOf(run, entries);
  if (!quarantine.ok) return quarantine.why;
  const earlier = purgeNote(run.path);
  const note: PurgeNote = {
    format: 'cutover-purge/1',
    begunAt: earlier?.begunAt ?? clock.now().toISOString(),
    endedAt: null,
    things: allOf(earlier?.things ?? [], quarantine.things),
  };
  const write = (whole: PurgeNote) => run.writeFile(noteName, `${JSON.stringify(whole)}\n`);
  write(note);
  const folder = join(run.path, quarantineName);
  try {
    if (existsSync(folder)) await eraseAll(run.dataFolder, folder);
  } catch (error) {
    if (error instanceof Refusal) return error.said;
    throw error;
  }
  write({ ...note, endedAt: clock.now().toISOString() });
  return null;
}

/** What a first attempt had begun with, and what has come since. */
function allOf(earlier: readonly Quarantined[], now: readonly Kept[]): Quarantined[] {
  const isNoted = ({ name }: Kept) => earlier.some((each) => each.name === name);
  const added = now.filter((each) => !isNoted(each));
  return [...earlier, ...added.map(({ name, bytes }) => ({ name, bytes }))];
}

/** From below, each thing by itself, so that nothing is deleted that was not looked at. */
async function eraseAll(dataFolder: DataFolder, folder: string): Promise<void> {
  // A window stays alive meanwhile.
  await setImmediate();
  for (const { name, kind } of contentOf(dataFolder, folder)) {
    const path = join(folder, name);
    if (kind === 'folder') await eraseAll(dataFolder, path);
    else erase(dataFolder, path);
  }
  erase(dataFolder, folder);
}

function erase(dataFolder: DataFolder, path: string): void {
  try {
    dataFolder.erase(path);
  } catch (error) {
    throw new Refusal(message('purge.notDeleted', { path, why: (error as Error).message }));
  }
}

/**
 * The run that still needs the quarantine of another one, or its own: one that is not at its end, or one that was broken
 * off while it took that one back. Null where none does.
 */
export function runNeeding({
  runId,
  dataFolder,
}: Pick<RunFolder, 'runId' | 'dataFolder'>): string | null {
  const open = listRuns(dataFolder).filter(({ state }) => state === 'resumable');
  return open.find((each) => each.runId === runId || undoneBy(each.path) === runId)?.runId ?? null;
}

/** The run that was broken off while it took another one back; null where there is none. */
export function unfinishedUndoOf({ runId, dataFolder }: RunFolder): string | null {
  const needing = runNeeding({ runId, dataFolder });
  return needing === runId ? null : needing;
}

/** Which run another one takes back; null for one that does not. */
export function undoneBy(path: string): string | null {
  const journal = journalOf(path);
  const fact = journal.ok ? journal.entries[0]?.fact : undefined;
  return fact?.kind === 'runStarted' ? fact.choice.undoes : null;
}
