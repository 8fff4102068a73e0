import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { message, type Message } from '../../../shared/domain/message.ts';
import { appendWhole } from '../../disk/append-whole.ts';
import { patiently } from '../../disk/patiently.ts';
import { syncFolder } from '../../disk/sync-folder.ts';
import { writing } from '../../disk/cannot-write.ts';
import type { Clock } from './clock.ts';
import {
  claimedFormat,
  decodeEntry,
  encodeEntry,
  readableFormats,
  type JournalEntry,
  type WrittenEntry,
} from './journal-entry.ts';
import { journalFormat, type JournalFact } from './journal-fact.ts';
import { factsOfNow } from './version-1.ts';

/** The memory of a run: what was written is on the disk before {@link append} returns. */
export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** @throws CannotWrite when the disk does not take it; the run has to end then. */
  append(fact: JournalFact): void;
  close(): void;
}

/** `torn` tells that a last line without an end was left out: the program was killed while it wrote. */
export type JournalRead =
  | {
      readonly ok: true;
      readonly entries: readonly JournalEntry[];
      readonly torn: boolean;
      /** Length in bytes of the whole lines. */
      readonly wholeBytes: number;
    }
  | UnreadableJournal;

interface UnreadableJournal {
  readonly ok: false;
  readonly code: JournalProblem;
  readonly message: Message;
  /** The technical part of the message: which file, which place in it, what the system said. */
  readonly detail: string;
}

export type JournalProblem = 'missing' | 'unreadable' | 'empty' | 'foreignFormat' | 'damaged';

/** Reads a journal without changing it. */
export function readJournal(path: string): JournalRead {
  const bytes = readBytes(path);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const wholeBytes = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  const entries = readLines(lines, path);
  if (!Array.isArray(entries)) return entries;
  return { ok: true, entries, torn: wholeBytes < bytes.length, wholeBytes };
}

/** Begins an empty journal, in place of one in which no line is whole. @throws CannotWrite */
export function createJournal(path: string, clock: Clock): Journal {
  return writing(path, () => {
    const file = openSync(path, 'w');
    syncFolder(dirname(path));
    return new FileJournal(file, path, clock);
  });
}

/** Opens a journal to go on with it. A torn last line is cut off first. */
export function continueJournal(
  path: string,
  clock: Clock,
): { readonly ok: true; readonly journal: Journal } | UnreadableJournal {
  const read = readJournal(path);
  if (!read.ok) return read;
  const journal = writing(path, () => {
    if (read.torn) cutTornLine(path, read.wholeBytes);
    return new FileJournal(
      patiently(() => openSync(path, 'r+')),
      path,
      clock,
      read,
    );
  });
  return { ok: true, journal };
}

/** What stands in the file already. */
type Written = Pick<Extract<JournalRead, { ok: true }>, 'entries' | 'wholeBytes'>;

class FileJournal implements Journal {
  readonly #file: number;
  readonly #path: string;
  readonly #clock: Clock;
  readonly #entries: JournalEntry[];
  #end: number;
  #closed = false;

  constructor(
    file: number,
    path: string,
    clock: Clock,
    { entries, wholeBytes }: Written = { entries: [], wholeBytes: 0 },
  ) {
    this.#file = file;
    this.#path = path;
    this.#clock = clock;
    this.#entries = [...entries];
    this.#end = wholeBytes;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  append(fact: JournalFact): void {
    const sequence = this.#entries.length + 1;
    const line = encodeEntry({ sequence, time: this.#clock.now().toISOString(), fact });
    writing(this.#path, () => {
      this.#end = appendWhole(this.#file, this.#end, `${line}\n`);
    });
    this.#entries.push(JSON.parse(line) as JournalEntry);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#file);
  }
}

function readBytes(path: string): Buffer | UnreadableJournal {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return problem('missing', message('journal.missing', { path }), path);
    }
    const reason = (error as Error).message;
    return problem(
      'unreadable',
      message('journal.unreadable', { path, reason }),
      `${path}: ${reason}`,
    );
  }
}

function readLines(lines: readonly string[], path: string): JournalEntry[] | UnreadableJournal {
  const first = lines[0];
  if (first === undefined) {
    return problem('empty', message('journal.empty', { path }), path);
  }
  const format = claimedFormat(first);
  if (format !== null && !readableFormats.includes(format)) {
    const said = message('journal.foreignFormat', { path, format, known: journalFormat });
    return problem('foreignFormat', said, `${path}: ${format}`);
  }
  return readEntries(lines, path);
}

function readEntries(lines: readonly string[], path: string): JournalEntry[] | UnreadableJournal {
  const entries: WrittenEntry[] = [];
  for (const [index, written] of lines.entries()) {
    const entry = decodeEntry(written);
    const expected = index === 0 ? entry?.fact.kind === 'runStarted' : true;
    if (entry === null || entry.sequence !== index + 1 || !expected) {
      const line = String(index + 1);
      return problem('damaged', message('journal.damaged', { path, line }), `${path}: ${line}`);
    }
    entries.push(entry);
  }
  const facts = factsOfNow(entries.map(({ fact }) => fact));
  return entries.flatMap(({ sequence, time }, index) => {
    const fact = facts[index];
    return fact === undefined ? [] : [{ sequence, time, fact }];
  });
}

function cutTornLine(path: string, wholeBytes: number): void {
  const file = patiently(() => openSync(path, 'r+'));
  try {
    ftruncateSync(file, wholeBytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function problem(code: JournalProblem, said: Message, detail: string): UnreadableJournal {
  return { ok: false, code, message: said, detail };
}
