import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Immutable } from '../../../shared/domain/immutable.ts';
import { factSchema, journalFormat, type JournalFact } from './journal-fact.ts';
import { factVersion1, journalFormatVersion1 } from './version-1.ts';

/** Formats of a journal that is gone on with. */
export const readableFormats: readonly string[] = [journalFormat, journalFormatVersion1];

const text = z.string();

const entrySchema = z.object({
  sequence: z.number().int().positive(),
  time: z.iso.datetime(),
  fact: z.union([factSchema, factVersion1]),
  checksum: text,
});

export interface JournalEntry {
  readonly sequence: number;
  readonly time: string;
  readonly fact: JournalFact;
}

/** An entry as it stands in the file. */
export type WrittenEntry = Immutable<z.infer<typeof entrySchema>>;

/** One line of the journal, without its line break. */
export function encodeEntry(entry: JournalEntry): string {
  const { sequence, time, fact } = entry;
  return JSON.stringify({ sequence, time, fact, checksum: checksumOf({ sequence, time, fact }) });
}

/** Reads a line back; null when it is torn, changed or not what a version that is known writes. */
export function decodeEntry(line: string): WrittenEntry | null {
  const json = parseJson(line);
  const parsed = entrySchema.safeParse(json);
  if (!parsed.success) return null;
  // Over what stands in the file: a field this version does not know has to count as well.
  return checksumOf(json as WrittenEntry) === parsed.data.checksum ? parsed.data : null;
}

/** The format a first line claims, for telling a foreign journal from a damaged one. */
export function claimedFormat(line: string): string | null {
  const claim = z.object({ fact: z.object({ format: text }) }).safeParse(parseJson(line));
  return claim.success ? claim.data.fact.format : null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function checksumOf(entry: Omit<WrittenEntry, 'checksum'>): string {
  const { sequence, time, fact } = entry;
  const whole = JSON.stringify([sequence, time, fact]);
  return createHash('sha256').update(whole).digest('hex').slice(0, 32);
}
