import { z } from 'zod';
import { dangerSchema } from './danger.ts';
import { formatSchema } from './format.ts';
import type { Immutable } from './immutable.ts';
import { messageSchema, saidSchema } from './message.ts';
import { stepSchema } from './step.ts';

const text = z.string();
const texts = z.array(text);

/**
 * `stop`: the run may not begin. `todo`: a person must do or accept something first, by id.
 * `warning`: shown, does not hold the run up. `info`: good to know.
 */
const hazardSeveritySchema = z.enum(['stop', 'todo', 'warning', 'info']);
export type HazardSeverity = z.infer<typeof hazardSeveritySchema>;

/** Something that endangers data or the machine, told before anything happens, in the words of its id. */
export const hazardSchema = z.object({
  /** Kebab-case; what `--acknowledge` takes. */
  id: text,
  severity: hazardSeveritySchema,
  findingIds: texts,
  /** Where in the inventory this was seen. */
  evidence: z.array(z.union([text, messageSchema])),
});
export type Hazard = Immutable<z.infer<typeof hazardSchema>>;

/** A product that is found and will not be removed, and why. */
export const keptSchema = z.object({
  findingId: text,
  /** What chooses it. Version 0.1.0 did not say so. */
  productId: text.optional(),
  name: text,
  reason: z.enum(['notChosen', 'notProven', 'noSafeWay', 'leftover', 'notKaspersky']),
  explanation: saidSchema,
});
export type Kept = Immutable<z.infer<typeof keptSchema>>;

/** What the person asked for. Journals and reports of before there was such a choice lack what has a default. */
export const choiceSchema = z.object({
  /** Families or product ids; null means the default set. */
  only: texts.nullable(),
  include: texts,
  all: z.boolean(),
  /** The operator administers the Security Center this machine belongs to and says so. */
  managedByUs: z.boolean(),
  /** Ids of `todo` hazards that were accepted. */
  acknowledged: texts,
  /** Kaspersky user name that goes with the password; null means the vendor's default (KLAdmin). */
  login: text.nullable(),
  /** Milliseconds after which each uninstaller is given up; null means the usual time of its kind. */
  timeLimitMs: z.number().nonnegative().nullable().default(null),
  /** Do not begin at all when nothing is known to protect the machine afterwards. */
  requireReplacement: z.boolean().default(false),
  /** Bring Microsoft Defender back when nothing protects the machine afterwards. */
  enableDefender: z.boolean().default(false),
});
export type Choice = Immutable<z.infer<typeof choiceSchema>>;

/** What is asked for when nobody says anything. */
export const defaultChoice: Choice = {
  only: null,
  include: [],
  all: false,
  managedByUs: false,
  acknowledged: [],
  login: null,
  timeLimitMs: null,
  requireReplacement: false,
  enableDefender: false,
};

/** Ordered steps and everything that speaks against them. Pure data. */
export const planSchema = z.object({
  format: formatSchema('cutover-plan/2', 'cutover-plan/1'),
  steps: z.array(stepSchema),
  hazards: z.array(hazardSchema),
  kept: z.array(keptSchema),
  /** What hurts already; no removal is needed for it. Version 0.1.0 did not look for it. */
  dangers: z.array(dangerSchema).default([]),
  choice: choiceSchema,
});
export type Plan = Immutable<z.infer<typeof planSchema>>;
