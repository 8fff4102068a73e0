import { z } from 'zod';
import type { Finding } from '../../../shared/domain/finding.ts';
import { sectionNames } from '../../../shared/domain/inventory.ts';
import { machineSummarySchema } from '../../../shared/domain/machine-summary.ts';
import type { Action, Choice, Hazard, Kept, Plan, Step } from '../../../shared/domain/plan.ts';
import type { Protection } from '../../../shared/domain/protection.ts';
import type {
  RestoreStepResult,
  RunPurpose,
  RunRecord,
  StepResult,
} from '../../../shared/domain/run.ts';
import { gapSchema } from '../../../shared/domain/section.ts';
import type { ActionResult } from '../../machine/machine.ts';

const text = z.string();
const texts = z.array(text);
const textOrNull = text.nullable();
const time = z.iso.datetime();
const duration = z.number().nonnegative();
const exitCode = z.number().int().nullable();

const familySchema = z.enum([
  'antivirus',
  'endpoint',
  'edr',
  'agent',
  'vpn',
  'passwordManager',
  'childSafety',
  'server',
  'management',
  'scanner',
  'successor',
  'embeddedEngine',
  'other',
]);

const evidenceKindSchema = z.enum([
  'program',
  'installerProduct',
  'environmentKey',
  'vendorKey',
  'service',
  'driver',
  'process',
  'folder',
  'file',
  'certificate',
  'scheduledTask',
  'browserExtension',
  'networkComponent',
  'classFilter',
  'securityProduct',
]);

const findingSchema = z.object({
  id: text,
  productId: text,
  family: familySchema,
  name: text,
  version: textOrNull,
  state: z.enum(['installed', 'leftover', 'portable']),
  confidence: z.enum(['proven', 'likely', 'hint']),
  evidence: z.array(
    z.object({
      kind: evidenceKindSchema,
      ref: text,
      says: text,
      strength: z.enum(['proof', 'support', 'hint']),
    }),
  ),
  parts: z.object({
    programs: texts,
    productCodes: texts,
    services: texts,
    drivers: texts,
    processes: z.array(z.number().int()),
    vendorKeys: texts,
    folders: texts,
  }),
}) satisfies z.ZodType<Finding>;

const actionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('uninstallMsi'),
    productCode: text,
    properties: z.record(text, text),
    secretProperties: z.array(
      z.object({
        name: text,
        secret: z.enum(['kaspersky', 'agent']),
        encoding: z.enum(['plain', 'utf16leHex']),
      }),
    ),
  }),
  z.object({
    kind: z.literal('runUninstaller'),
    program: text,
    args: texts,
    workingFolder: text,
  }),
]) satisfies z.ZodType<Action>;

const stepSchema = z.object({
  id: text,
  findingId: text,
  productId: text,
  family: familySchema,
  title: text,
  explanation: text,
  action: actionSchema,
  timeLimitMs: duration,
  gone: z.object({ productCodes: texts, programs: texts, services: texts }),
}) satisfies z.ZodType<Step>;

const hazardSchema = z.object({
  id: text,
  severity: z.enum(['stop', 'todo', 'warning', 'info']),
  title: text,
  explanation: text,
  advice: text,
  findingIds: texts,
  evidence: texts,
}) satisfies z.ZodType<Hazard>;

const keptSchema = z.object({
  findingId: text,
  name: text,
  reason: z.enum(['notChosen', 'notProven', 'noSafeWay', 'leftover', 'notKaspersky']),
  explanation: text,
}) satisfies z.ZodType<Kept>;

export const choiceSchema: z.ZodType<Choice> = z.object({
  only: texts.nullable(),
  include: texts,
  all: z.boolean(),
  managedByUs: z.boolean(),
  acknowledged: texts,
  login: textOrNull,
  // Journals and reports of before there was such a choice do not have it.
  timeLimitMs: duration.nullable().default(null),
  requireReplacement: z.boolean().default(false),
  enableDefender: z.boolean().default(false),
});

export const planSchema: z.ZodType<Plan> = z.object({
  format: z.literal('cutover-plan/1'),
  steps: z.array(stepSchema),
  hazards: z.array(hazardSchema),
  kept: z.array(keptSchema),
  choice: choiceSchema,
});

export const actionResultSchema: z.ZodType<ActionResult> = z.object({
  ended: z.enum(['exited', 'timedOut', 'cancelled', 'couldNotStart', 'crashed']),
  exitCode,
  startedAt: time,
  durationMs: duration,
  command: text,
  message: textOrNull,
  logFile: textOrNull,
  killedProcesses: texts,
});

export const stepResultSchema: z.ZodType<StepResult> = z.object({
  stepId: text,
  findingId: text,
  name: text,
  outcome: z.enum([
    'removed',
    'restartNeeded',
    'stillPresent',
    'passwordMissing',
    'passwordWrong',
    'installerBusy',
    'timedOut',
    'cancelled',
    'failed',
    'notRun',
  ]),
  exitCode,
  durationMs: duration,
  message: text,
  command: textOrNull,
  logFile: textOrNull,
});

const protectionSchema: z.ZodType<Protection> = z.object({
  verdict: z.enum([
    'protected',
    'signaturesOld',
    'notProtecting',
    'onlyKaspersky',
    'unprotected',
    'cannotTell',
  ]),
  products: texts,
  reasons: texts,
  // Reports of before the sources were told one by one do not have them.
  sources: z
    .array(
      z.object({
        source: text,
        answer: z.enum(['protects', 'doesNotProtect', 'unknown', 'notThere']),
        detail: text,
      }),
    )
    .default([]),
  disagreements: texts.default([]),
});

export const runOutcomeSchema = z.enum([
  'cleanAndProtected',
  'protected',
  'nothingToRemove',
  'restartNeeded',
  'notProtected',
  'remnantsLeft',
  'stillPresent',
  'passwordMissing',
  'passwordWrong',
  'installerBusy',
  'uninstallerFailed',
  'timedOut',
  'cancelled',
  'stopped',
  'dryRun',
]);

const restoreStepResultSchema: z.ZodType<RestoreStepResult> = z.object({
  title: text,
  done: z.boolean(),
  message: text,
  // Reports of before the way back was told do not have them.
  undo: textOrNull.default(null),
  logFile: textOrNull.default(null),
});

export const runPurposeSchema = z.enum(['removal', 'protection']) satisfies z.ZodType<RunPurpose>;

/** What `report.json` of a run holds; a reader refuses any other format. */
export const runRecordSchema: z.ZodType<RunRecord> = z.object({
  format: z.literal('cutover-run/1'),
  runId: text,
  purpose: runPurposeSchema.optional(),
  machineId: text,
  practice: z.boolean(),
  cutoverVersion: text,
  startedAt: time,
  finishedAt: time.nullable(),
  starts: z.number().int().positive(),
  computerName: textOrNull,
  findingsBefore: z.array(findingSchema),
  plan: planSchema,
  steps: z.array(stepResultSchema),
  findingsAfter: z.array(findingSchema),
  protection: protectionSchema.nullable(),
  restored: z.array(restoreStepResultSchema).default([]),
  protectionGap: z
    .object({ from: time, to: time.nullable(), seconds: duration.nullable() })
    .nullable()
    .default(null),
  notKnown: z.array(z.object({ section: z.enum(sectionNames), gap: gapSchema })),
  outcome: runOutcomeSchema.nullable(),
  summary: text,
  technician: z.object({ ticket: text, technician: text, customer: text }).optional(),
  machineSummary: machineSummarySchema.optional(),
});
