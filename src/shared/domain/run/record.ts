import { z } from 'zod';
import { findingSchema } from '../finding.ts';
import type { Immutable } from '../immutable.ts';
import { sectionNames } from '../sections.ts';
import { machineSummarySchema } from '../machine-summary.ts';
import { runOutcomes } from './run-outcomes.ts';
import { sentencesSchema } from '../message-schema.ts';
import { planSchema } from '../plan/plan.ts';
import { productChangeSchema } from './product-change.ts';
import { protectionSchema } from '../protection/protection.ts';
import { gapSchema } from '../inventory-schema.ts';
import { stepResultSchema } from '../plan/step.ts';
import { stateSchema } from '../state/state.ts';

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

/** Everything one run did, for the report and for machines. Holds no secret. A reader refuses any other format. */
export const runRecordSchema = z.object({
  format: z.literal('cutover-run/3'),
  runId: text,
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
  /** What became of everything that was found. Reports of before it was kept have none. */
  products: z.array(productChangeSchema).default([]),
  protection: protectionSchema.nullable(),
  /** What is to be said of the machine as the run left it. Versions before this one did not keep it. */
  state: stateSchema.nullable(),
  /** Null when Kaspersky was never known to protect the machine during this run, or never stopped. */
  protectionGap: protectionGapSchema.nullable(),
  /** What could not be read when the machine was looked at last; silence about these proves nothing. */
  notKnown: z.array(z.object({ section: z.enum(sectionNames), gap: gapSchema })),
  outcome: z.enum(runOutcomes).nullable(),
  /** The outcome in a sentence or two for a person. */
  summary: sentencesSchema,
  /** Missing where nobody filled anything in. */
  technician: technicianFieldsSchema.optional(),
  /** Missing where the machine has none to give. */
  machineSummary: machineSummarySchema.optional(),
});
export type RunRecord = Immutable<z.infer<typeof runRecordSchema>>;

/** Whether Windows has to restart before more can be said; versions that kept no state said so by the outcome alone. */
export function waitsForRestart({ state, outcome }: RunRecord): boolean {
  return state === null ? outcome === 'restartNeeded' : state.restart !== null;
}
