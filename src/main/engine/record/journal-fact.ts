import { z } from 'zod';
import { actionResultSchema, beforeSchema } from '../../../shared/domain/action.ts';
import { choiceSchema, planSchema } from '../../../shared/domain/plan/plan.ts';
import { sentencesSchema } from '../../../shared/domain/message-schema.ts';
import { runOutcomes } from '../../../shared/domain/run/run-outcomes.ts';
import type { Immutable } from '../../../shared/domain/immutable.ts';
import { stepResultSchema } from '../../../shared/domain/plan/step.ts';

/** Version of the journal. A journal of a version that is not known is refused, never guessed at. */
export const journalFormat = 'cutover-journal/2';

const text = z.string();

export const factSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('runStarted'),
    format: z.literal(journalFormat),
    cutoverVersion: text,
    runId: text,
    machineId: text,
    practice: z.boolean(),
    choice: choiceSchema,
    dryRun: z.boolean(),
  }),
  /**
   * The program was started again for a run that had begun. `starts` counts all of them; `byItself` is one that Windows made
   * after a restart, because the run had asked for it.
   */
  z.object({
    kind: z.literal('runResumed'),
    cutoverVersion: text,
    starts: z.number().int().min(2),
    byItself: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('planned'), plan: planSchema }),
  z.object({ kind: z.literal('stopped'), hazardIds: z.array(text) }),
  /**
   * `pendingRestarts` are those Windows had before the action, see `restart-signs.ts`; `bootedAt` when it had been started
   * last, missing where nobody knew.
   */
  z.object({
    kind: z.literal('stepStarted'),
    stepId: text,
    pendingRestarts: z.array(text),
    bootedAt: z.iso.datetime().optional(),
  }),
  /** Which process does it: a worker may outlive the program, and whoever has to wait for it can say for what. */
  z.object({
    kind: z.literal('stepWorker'),
    stepId: text,
    pid: z.number().int().positive(),
    startedAt: z.iso.datetime(),
  }),
  /** What stood there before, written when the step had been allowed and nothing had been changed yet. */
  z.object({ kind: z.literal('stepBefore'), stepId: text, before: beforeSchema }),
  z.object({ kind: z.literal('stepEnded'), stepId: text, result: actionResultSchema }),
  /** `pendingRestarts` are those Windows has after it. Version 0.1.0 did not say so. */
  z.object({
    kind: z.literal('stepJudged'),
    result: stepResultSchema,
    pendingRestarts: z.array(text).optional(),
  }),
  /** What one look at the machine showed, for measuring the gap, see `protection/protection-gap.ts`. */
  z.object({
    kind: z.literal('protectionSeen'),
    at: z.iso.datetime(),
    kaspersky: z.boolean(),
    replacement: z.boolean(),
  }),
  z.object({
    kind: z.literal('runFinished'),
    outcome: z.enum(runOutcomes),
    summary: sentencesSchema,
  }),
  /** Another run of this machine came to its end after this one was left; nothing is to be gone on with here. */
  z.object({ kind: z.literal('superseded'), by: text }),
]);

/** One thing that is worth remembering across a kill. */
export type JournalFact = Immutable<z.infer<typeof factSchema>>;
