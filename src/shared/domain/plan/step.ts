import { z } from 'zod';
import { actionSchema } from '../action.ts';
import { familySchema } from '../finding.ts';
import type { Immutable } from '../immutable.ts';
import { sentencesSchema } from '../message-schema.ts';
import { dangerIdSchema, seenInSchema } from './danger.ts';
import { leftoverKindSchema, leftoverSectionSchema } from './leftover.ts';
import { stepOutcomeNames } from './step-outcomes.ts';
import { stepWayOutSchema } from './way-out.ts';

const text = z.string();
const texts = z.array(text);

/** What a step is for; they come in this order. */
export const phaseSchema = z.enum(['remove', 'clean', 'reactivate', 'restart', 'undo']);
export type Phase = z.infer<typeof phaseSchema>;

/** What a run can be begun for; what is done about a restart goes with any of these. */
export const chosenPhaseSchema = phaseSchema.exclude(['restart']);
export type ChosenPhase = z.infer<typeof chosenPhaseSchema>;

/** A product of Kaspersky's, Microsoft Defender, something left of a product that hurts, anything else left of one, a restart. */
const aboutSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    findingId: text,
    productId: text,
    family: familySchema,
    /** As the machine shows it. */
    name: text,
  }),
  z.object({ kind: z.literal('defender') }),
  z.object({
    kind: z.literal('danger'),
    danger: dangerIdSchema,
    /** The driver or certificate, as the machine has it. */
    name: text,
    seenIn: seenInSchema,
  }),
  z.object({
    kind: z.literal('remains'),
    leftover: leftoverKindSchema,
    /** The folder, key, service or entry, as the machine has it. */
    name: text,
  }),
  /** The restart that a run waits for, and what comes after it. */
  z.object({ kind: z.literal('restart'), name: text }),
]);
export type About = Immutable<z.infer<typeof aboutSchema>>;

/** What the machine shows once a step is done. */
const doneWhenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('gone'), productCodes: texts, programs: texts, services: texts }),
  z.object({ kind: z.literal('serviceRuns'), name: text }),
  z.object({ kind: z.literal('serviceStarts'), name: text, start: text }),
  /** Null: there is no such value. */
  z.object({ kind: z.literal('valueIs'), key: text, name: text, data: z.number().nullable() }),
  z.object({ kind: z.literal('signaturesUpToDate') }),
  /** Whether a list of filter drivers has these names; all of them, or none. */
  z.object({
    kind: z.literal('filtersNamed'),
    key: text,
    list: text,
    names: texts,
    there: z.boolean(),
  }),
  z.object({ kind: z.literal('serviceRegistered'), name: text, there: z.boolean() }),
  z.object({
    kind: z.literal('certificateTrusted'),
    thumbprint: text,
    userSid: text.nullable(),
    there: z.boolean(),
  }),
  /** Whether Windows knows a component of the network. */
  z.object({ kind: z.literal('networkComponentKnown'), componentId: text, there: z.boolean() }),
  /** Whether anything but what a person keeps lies in a folder. */
  z.object({ kind: z.literal('folderHolds'), path: text, there: z.boolean() }),
  /** Whether a section lists something at a place or below it. */
  z.object({
    kind: z.literal('placeListed'),
    section: leftoverSectionSchema,
    place: text,
    there: z.boolean(),
  }),
  /** Whether something is registered that goes on with a run, in exactly this way. */
  z.object({
    kind: z.literal('continuationRegistered'),
    runId: text,
    args: texts,
    there: z.boolean(),
  }),
  /** Nothing that Windows shows tells that a restart was asked for. */
  z.object({ kind: z.literal('restartAsked') }),
]);
export type DoneWhen = Immutable<z.infer<typeof doneWhenSchema>>;
export type Gone = Extract<DoneWhen, { readonly kind: 'gone' }>;

/** One thing to do, with how it will be known that it is done. */
export const stepSchema = z.object({
  /** The same for the same thing on the same machine, so that a run that goes on knows it again. */
  id: text,
  phase: phaseSchema,
  about: aboutSchema,
  action: actionSchema,
  doneWhen: doneWhenSchema,
  /** Milliseconds after which the step is given up. */
  timeLimitMs: z.number().nonnegative(),
});
export type Step = Immutable<z.infer<typeof stepSchema>>;

export const stepResultSchema = z.object({
  stepId: text,
  outcome: z.enum(stepOutcomeNames),
  exitCode: z.number().int().nullable(),
  /** Milliseconds. */
  durationMs: z.number().nonnegative(),
  /** What happened, what it means and what to do next: sentences. */
  message: sentencesSchema,
  command: text.nullable(),
  logFile: text.nullable(),
  /** What is left to do where the product stays. Missing where nothing is, and in records of 0.1.0. */
  wayOut: stepWayOutSchema.optional(),
});
export type StepResult = Immutable<z.infer<typeof stepResultSchema>>;

/** A step and how it ended. */
export const takenStepSchema = z.object({ step: stepSchema, result: stepResultSchema });
export type TakenStep = Immutable<z.infer<typeof takenStepSchema>>;
