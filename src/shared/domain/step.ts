import { z } from 'zod';
import { removalActionSchema } from './action.ts';
import { familySchema } from './finding.ts';
import type { Immutable } from './immutable.ts';
import { sentencesSchema } from './message.ts';
import { stepOutcomeSchema } from './outcome.ts';

const text = z.string();
const texts = z.array(text);

/** One product to be removed, with how it will be known that it is gone. */
export const stepSchema = z.preprocess(
  named,
  z.object({
    id: text,
    findingId: text,
    productId: text,
    family: familySchema,
    /** Of the product, as the machine shows it. */
    name: text,
    action: removalActionSchema,
    /** Milliseconds after which the step is given up. */
    timeLimitMs: z.number().nonnegative(),
    /** What must no longer be on the machine afterwards. */
    gone: z.object({ productCodes: texts, programs: texts, services: texts }),
  }),
);
export type Step = Immutable<z.infer<typeof stepSchema>>;

/** Version 0.1.0 wrote the name of the product only into a title. */
function named(step: unknown): unknown {
  const { success, data } = z.looseObject({ title: text }).safeParse(step);
  return success ? { name: data.title.replace(/^Remove /, ''), ...data } : step;
}

export const stepResultSchema = z.object({
  stepId: text,
  findingId: text,
  name: text,
  outcome: stepOutcomeSchema,
  exitCode: z.number().int().nullable(),
  /** Milliseconds. */
  durationMs: z.number().nonnegative(),
  /** What happened, what it means and what to do next: sentences. */
  message: sentencesSchema,
  command: text.nullable(),
  logFile: text.nullable(),
});
export type StepResult = Immutable<z.infer<typeof stepResultSchema>>;
