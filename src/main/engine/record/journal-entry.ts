import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actionResultSchema } from '../../../shared/domain/action.ts';
import { choiceSchema, planSchema } from '../../../shared/domain/plan.ts';
import { runOutcomeSchema } from '../../../shared/domain/outcome.ts';
import { sentencesSchema } from '../../../shared/domain/message.ts';
import { formatSchema } from '../../../shared/domain/format.ts';
import type { Immutable } from '../../../shared/domain/immutable.ts';
import { runPurposeSchema } from '../../../shared/domain/record.ts';
import { stepResultSchema } from '../../../shared/domain/step.ts';

/** Version of the journal, and those that can be gone on with. Any other is refused, never guessed at. */
export const journalFormat = 'cutover-journal/2';
export const journalFormats: readonly string[] = [journalFormat, 'cutover-journal/1'];

const text = z.string();

const factSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('runStarted'),
    format: formatSchema(journalFormat, ...journalFormats),
    cutoverVersion: text,
    runId: text,
    /** Missing where it is a removal. */
    purpose: runPurposeSchema.optional(),
    machineId: text,
    practice: z.boolean(),
    choice: choiceSchema,
    dryRun: z.boolean(),
  }),
  /** The program was started again for a run that had begun. `starts` counts all of them. */
  z.object({
    kind: z.literal('runResumed'),
    cutoverVersion: text,
    starts: z.number().int().min(2),
  }),
  z.object({ kind: z.literal('planned'), plan: planSchema }),
  z.object({ kind: z.literal('stopped'), hazardIds: z.array(text) }),
  /** `pendingRestarts` are those Windows had before the action, see `restart-signs.ts`. */
  z.object({ kind: z.literal('stepStarted'), stepId: text, pendingRestarts: z.array(text) }),
  z.object({ kind: z.literal('stepEnded'), stepId: text, result: actionResultSchema }),
  z.object({ kind: z.literal('stepJudged'), result: stepResultSchema }),
  /** What one look at the machine showed, for measuring the gap, see `protection/protection-gap.ts`. */
  z.object({
    kind: z.literal('protectionSeen'),
    at: z.iso.datetime(),
    kaspersky: z.boolean(),
    replacement: z.boolean(),
  }),
  /** `undo` tells how to take it back, should the program end before it has told the end. */
  z.object({
    kind: z.literal('restoreStarted'),
    title: text,
    undo: text.optional(),
  }),
  z.object({ kind: z.literal('restoreEnded'), title: text, result: actionResultSchema }),
  z.object({ kind: z.literal('runFinished'), outcome: runOutcomeSchema, summary: sentencesSchema }),
]);

/** One thing that is worth remembering across a kill. */
export type JournalFact = Immutable<z.infer<typeof factSchema>>;

const entrySchema = z.object({
  sequence: z.number().int().positive(),
  time: z.iso.datetime(),
  fact: factSchema,
  checksum: text,
});
export type JournalEntry = Immutable<z.infer<typeof entrySchema>>;

/** One line of the journal, without its line break. */
export function encodeEntry(entry: Omit<JournalEntry, 'checksum'>): string {
  const { sequence, time, fact } = entry;
  return JSON.stringify({ sequence, time, fact, checksum: checksumOf({ sequence, time, fact }) });
}

/** Reads a line back; null when it is torn, changed or not what this version writes. */
export function decodeEntry(line: string): JournalEntry | null {
  const json = parseJson(line);
  const parsed = entrySchema.safeParse(json);
  if (!parsed.success) return null;
  // Over what stands in the file: a field this version does not know has to count as well.
  return checksumOf(json as JournalEntry) === parsed.data.checksum ? parsed.data : null;
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

function checksumOf(entry: Omit<JournalEntry, 'checksum'>): string {
  const { sequence, time, fact } = entry;
  const whole = JSON.stringify([sequence, time, fact]);
  return createHash('sha256').update(whole).digest('hex').slice(0, 32);
}
