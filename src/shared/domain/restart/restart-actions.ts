import { z } from 'zod';
import { goesOnSchema } from './restart-choice.ts';

const text = z.string();

const continuation = {
  /** The run that is gone on with; the registration is named after it. */
  runId: text,
  /** Everything behind the program. What is registered with any others is nobody's registration of ours. */
  args: z.array(text),
};

/** What is done around a restart of Windows. */
export const restartActionSchemas = [
  z.object({
    kind: z.literal('registerContinuation'),
    ...continuation,
    /** The console program, in full. */
    program: text,
    when: goesOnSchema,
  }),
  /** Takes away whatever is registered for a run, in both places that it may stand in. */
  z.object({ kind: z.literal('unregisterContinuation'), ...continuation }),
  z.object({
    kind: z.literal('restartComputer'),
    delaySeconds: z.number().int().nonnegative(),
    message: text.nullable(),
    /** Programs that do not end by themselves are ended, and what was not saved in them is lost. */
    force: z.boolean(),
  }),
] as const;

/** Where something was registered before. */
export const restartBeforeSchemas = [
  z.object({
    kind: z.literal('continuation'),
    registered: z.array(z.enum(['task', 'runOnce'])),
  }),
] as const;
