import { z } from 'zod';
import { findingSchema } from './finding.ts';
import { formatSchema } from './format.ts';
import type { Immutable } from './immutable.ts';
import { sectionNames } from './sections.ts';
import { machineSummarySchema } from './machine-summary.ts';
import { runOutcomeSchema } from './outcome.ts';
import { sentencesSchema } from './message.ts';
import { planSchema } from './plan.ts';
import { productChangeSchema } from './product-change.ts';
import { protectionSchema } from './protection.ts';
import { gapSchema } from './section.ts';
import { stepResultSchema } from './step.ts';

const text = z.string();
const textOrNull = text.nullable();
const time = z.iso.datetime();

/** As long as the window and the command line let a person write. */
const field = text.max(200);

/** What a help-desk technician notes about a case; an empty text was not filled in. */
export const technicianFieldsSchema = z.object({
  ticket: field,
  technician: field,
  customer: field,
});
export type TechnicianFields = Immutable<z.infer<typeof technicianFieldsSchema>>;

/**
 * How long the machine was without protection: from the last moment at which Kaspersky was known to protect it to
 * the first at which another antivirus was. Both are moments at which Cutover looked, so that the true gap is
 * shorter or equal. `to` and `seconds` are null while nothing is known to protect it.
 */
const protectionGapSchema = z.object({
  from: time,
  to: time.nullable(),
  seconds: z.number().nonnegative().nullable(),
});
export type ProtectionGap = Immutable<z.infer<typeof protectionGapSchema>>;

/** One thing that was done to bring Microsoft Defender back. */
const restoreStepResultSchema = z.object({
  title: text,
  done: z.boolean(),
  message: text,
  // Reports of before the way back was told do not have these two.
  /** How it is taken back, for a person; null when nothing was changed. */
  undo: textOrNull.default(null),
  /** Where the action wrote what was there before; null when it wrote nothing. */
  logFile: textOrNull.default(null),
});
export type RestoreStepResult = Immutable<z.infer<typeof restoreStepResultSchema>>;

/** What a run is for. One for `protection` brings Microsoft Defender back and removes nothing. */
export const runPurposeSchema = z.enum(['removal', 'protection']);
export type RunPurpose = z.infer<typeof runPurposeSchema>;

/** Everything one run did, for the report and for machines. Holds no secret. */
export const runRecordSchema = z.object({
  format: formatSchema('cutover-run/2', 'cutover-run/1'),
  runId: text,
  /** Missing where it is a removal. */
  purpose: runPurposeSchema.optional(),
  machineId: text,
  practice: z.boolean(),
  cutoverVersion: text,
  startedAt: time,
  finishedAt: time.nullable(),
  /** How often the program was started for this run; above 1 after a kill or a restart. */
  starts: z.number().int().positive(),
  computerName: textOrNull,
  findingsBefore: z.array(findingSchema),
  plan: planSchema,
  steps: z.array(stepResultSchema),
  findingsAfter: z.array(findingSchema),
  // Reports of before the matching was kept do not have it; `readRunRecord` makes up for that.
  /** What became of everything that was found. */
  products: z.array(productChangeSchema).default([]),
  protection: protectionSchema.nullable(),
  /** What was done to bring Microsoft Defender back; empty when nothing was, or nobody allowed it. */
  restored: z.array(restoreStepResultSchema).default([]),
  /** Null when Kaspersky was never known to protect the machine during this run, or never stopped. */
  protectionGap: protectionGapSchema.nullable().default(null),
  /** What could not be read when the machine was looked at last; silence about these proves nothing. */
  notKnown: z.array(z.object({ section: z.enum(sectionNames), gap: gapSchema })),
  outcome: runOutcomeSchema.nullable(),
  /** The outcome in a sentence or two for a person. */
  summary: sentencesSchema,
  /** Missing where nobody filled anything in. */
  technician: technicianFieldsSchema.optional(),
  /** Missing where the machine has none to give. */
  machineSummary: machineSummarySchema.optional(),
});
export type RunRecord = Immutable<z.infer<typeof runRecordSchema>>;
