import { z } from 'zod';
import { dangerIdSchema, dangerSchema, seenInSchema } from './danger.ts';
import type { Immutable } from '../immutable.ts';
import { messageSchema, saidSchema } from '../message-schema.ts';
import { notCleanedSchema } from './leftover.ts';
import { restartChoiceSchema } from '../restart/restart-choice.ts';
import { chosenPhaseSchema, stepSchema } from './step.ts';
import { wayOutSchema } from './way-out.ts';

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
  reason: z.enum([
    'notChosen',
    'notProven',
    'notRead',
    'offered',
    'noSafeWay',
    'portable',
    'onePerson',
    'leftover',
    'notKaspersky',
    'engineInside',
    'userData',
  ]),
  explanation: saidSchema,
});
export type Kept = Immutable<z.infer<typeof keptSchema>>;

/** A danger that Cutover leaves as it is, and why. */
export const notRepairedSchema = z.object({
  danger: dangerIdSchema,
  seenIn: seenInSchema,
  /** The driver, certificate or setting, as the machine has it. */
  name: text,
  why: messageSchema,
});
export type NotRepaired = Immutable<z.infer<typeof notRepairedSchema>>;

/**
 * Of the person in front of it, who is done with the organization; of the organization, in the person of the administrator
 * of its Security Center; or of an employer, whose IT department has to be asked.
 */
export const ownerSchema = z.enum(['person', 'administrator', 'employer']);
export type Owner = z.infer<typeof ownerSchema>;

/** What the person asked for. */
export const choiceSchema = z.object({
  /** Microsoft Defender is reactivated only when nothing protects the machine otherwise. */
  phases: z.array(chosenPhaseSchema),
  /** The run whose changes are taken back; null unless that is what the phases are for. */
  undoes: text.nullable(),
  /** Families or product ids, of a run that is taken back its parts; null means the default set, there all of it. */
  only: texts.nullable(),
  include: texts,
  all: z.boolean(),
  /** Whose machine it is where a Security Center manages or managed it; null until somebody has said so. */
  owner: ownerSchema.nullable(),
  /** Ids of `todo` hazards that were accepted. */
  acknowledged: texts,
  /** Kaspersky user name that goes with the password; null means the vendor's default (KLAdmin). */
  login: text.nullable(),
  /** Milliseconds after which each uninstaller is given up; null means the usual time of its kind. */
  timeLimitMs: z.number().nonnegative().nullable(),
  /** Do not begin at all when nothing is known to protect the machine afterwards. */
  requireReplacement: z.boolean(),
  /** Remains that do no harm are a failure too. Version 0.1.0 did not ask. */
  strictRemains: z.boolean().default(false),
  /** What is done about a restart; missing where nobody said so, as in version 0.1.0. */
  restart: restartChoiceSchema.optional(),
  /** Of what remains only what hurts is cleaned. Version 0.1.0 cleaned nothing else. */
  onlyDangerous: z.boolean().default(true),
  /** Installation packages that are handed in for products of which Windows has lost its own: full paths. */
  packages: texts.optional(),
});
export type Choice = Immutable<z.infer<typeof choiceSchema>>;

/** What is asked for when nobody says anything. */
export const defaultChoice: Choice = {
  phases: ['remove', 'clean'],
  undoes: null,
  only: null,
  include: [],
  all: false,
  owner: null,
  acknowledged: [],
  login: null,
  timeLimitMs: null,
  requireReplacement: false,
  strictRemains: false,
  onlyDangerous: false,
};

/** Ordered steps and everything that speaks against them. Pure data. */
export const planSchema = z.object({
  format: z.literal('cutover-plan/2'),
  steps: z.array(stepSchema),
  hazards: z.array(hazardSchema),
  kept: z.array(keptSchema),
  /** What hurts already; no removal is needed for it. Version 0.1.0 did not look for it. */
  dangers: z.array(dangerSchema).default([]),
  /** Which of them no step mends. Version 0.1.0 mended none. */
  notRepaired: z.array(notRepairedSchema).default([]),
  /** Which remains no step cleans up. Version 0.1.0 cleaned none. */
  notCleaned: z.array(notCleanedSchema).default([]),
  /** Where the usual way is known not to lead further, and what is left. Version 0.1.0 did not say so. */
  waysOut: z.array(wayOutSchema).default([]),
  choice: choiceSchema,
});
export type Plan = Immutable<z.infer<typeof planSchema>>;

/**
 * The plan a run follows: what was planned when it began, and after it what has come to light since. What is to be
 * done in a step is said by the plan of now alone; the first one stands in a journal, which only remembers.
 */
export function mergePlans(first: Plan | null, now: Plan): Plan {
  if (first === null) return now;
  const today = new Map(now.steps.map((step) => [step.id, step]));
  const steps = first.steps.map((step) => today.get(step.id) ?? step);
  return {
    ...first,
    steps: union(steps, now.steps, ({ id }) => id),
    hazards: union(first.hazards, now.hazards, ({ id }) => id),
    kept: union(first.kept, now.kept, ({ findingId }) => findingId),
    notRepaired: union(first.notRepaired, now.notRepaired, placeOf),
    // What an installed product used goes once that is gone.
    notCleaned: now.notCleaned,
    waysOut: now.waysOut,
  };
}

function placeOf({ danger, seenIn, name }: NotRepaired): string {
  return [danger, seenIn.kind, seenIn.ref, name].join(':');
}

function union<T>(first: readonly T[], now: readonly T[], id: (item: T) => string): readonly T[] {
  const known = new Set(first.map(id));
  return [...first, ...now.filter((item) => !known.has(id(item)))];
}
