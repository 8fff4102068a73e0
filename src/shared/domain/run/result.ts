import { z } from 'zod';
import { findingSchema } from '../finding.ts';
import type { Immutable } from '../immutable.ts';
import { inventorySchema } from '../inventory-schema.ts';
import { planSchema } from '../plan/plan.ts';
import { takenStepSchema } from '../plan/step.ts';
import { liveCheckResultSchema } from '../protection/live-check.ts';
import { protectionSchema } from '../protection/protection.ts';
import { reactivationPlanSchema } from '../protection/reactivation.ts';
import { nextAntivirusSchema } from '../state/next-antivirus.ts';
import { stateSchema } from '../state/state.ts';
import { exitCodeNames } from './exit-codes.ts';
import { purgedSchema } from './quarantined.ts';
import { runOutcomes } from './run-outcomes.ts';
import { runRecordSchema } from './record.ts';
import { selfTestSchema } from './self-test.ts';
import { runSummarySchema } from './run-summary.ts';

const text = z.string();

/** What every command answers programs with, however it ended. `changed`, `failed`, `msg` and `rc` are Ansible's names. */
const envelopeSchema = z.object({
  format: z.literal('cutover-result/1'),
  command: text.nullable().describe('Null where the arguments name none.'),
  name: z.enum(exitCodeNames).describe('How it ended, as in the table of exit codes.'),
  rc: z.int().describe('The exit code of the process.'),
  failed: z.boolean().describe('False where it ended well, also where only a restart is missing.'),
  changed: z
    .boolean()
    .describe('Whether the computer is not what it was before; true too where that is not known.'),
  msg: text.describe('What happened, in English.'),
  action: text.describe('What to do after such an end, in English.'),
  reboot_required: z.boolean(),
  state: stateSchema
    .nullable()
    .describe('The one answer about the computer; null where the command was not asked for it.'),
});

/** What a command adds to it; nothing where it was refused. */
const payloadSchema = z
  .object({
    inventory: inventorySchema.describe('inventory: what was read.'),
    written: text.describe('inventory, report and selftest with --out: the file.'),
    selfTest: z.array(selfTestSchema).describe('selftest: what was tried, and how that went.'),
    file: text.describe('scan of several machines, a document on a line for each: the file.'),
    computer: text.nullable().describe('The same: its name, where the file tells it.'),
    findings: z.array(findingSchema).describe('scan: what of Kaspersky is there.'),
    protection: protectionSchema.describe('protection: what protects the computer.'),
    plan: planSchema.describe('plan: the steps and every hazard.'),
    reactivation: reactivationPlanSchema
      .nullable()
      .describe('protection: why Microsoft Defender is off; null while something protects.'),
    steps: z.array(takenStepSchema).describe('protection: what was done for Microsoft Defender.'),
    run: z
      .object({ runId: text, folder: text, exit: z.enum(exitCodeNames) })
      .nullable()
      .describe('protection: the run that did it; null while nothing was done.'),
    live: liveCheckResultSchema
      .nullable()
      .describe('protection: what harmless samples brought to light; null unless asked for.'),
    outcome: z.enum(runOutcomes).nullable().describe('remove, resume, restore, practice.'),
    folder: text.describe('Where the run, or for report all of them, are kept.'),
    record: runRecordSchema.describe('remove, resume, restore, practice, report with a run.'),
    purged: purgedSchema.describe('purge: what went for good.'),
    schema: z.record(text, z.unknown()).describe('schema with a name: the JSON Schema.'),
    schemas: z
      .array(z.object({ name: text, description: text }))
      .describe('schema: those that there are.'),
    nextAntivirus: nextAntivirusSchema.describe(
      'check: whether another antivirus can be installed, and what stands in its way.',
    ),
    exitCodes: z
      .array(
        z.object({
          name: z.enum(exitCodeNames),
          windows: z.int(),
          posix: z.int(),
          meaning: text,
          action: text,
        }),
      )
      .describe('exit-codes: every way a command can end.'),
    version: text.describe('version: of Cutover.'),
    platform: text.describe('version: operating system and processor, as Node calls them.'),
    node: text.describe('version: of Node.'),
    formats: z.array(text).describe('version: the formats that are written.'),
    runs: z.array(runSummarySchema).describe('report: the runs so far, the newest first.'),
  })
  .partial();
export type Payload = Immutable<z.infer<typeof payloadSchema>>;

/** The one document that a command prints with `--json`. */
export const resultSchema = envelopeSchema.extend(payloadSchema.shape);
export type Result = Immutable<z.infer<typeof resultSchema>>;

const { findings, protection, reactivation, steps, run, live, nextAntivirus } = payloadSchema.shape;

/** The same of the commands that say what a computer is like, with what they alone add. */
export const scanResultSchema = envelopeSchema.extend({ findings });
export const checkResultSchema = envelopeSchema.extend({ nextAntivirus });
export const protectionResultSchema = envelopeSchema.extend({
  protection,
  reactivation,
  steps,
  run,
  live,
});
