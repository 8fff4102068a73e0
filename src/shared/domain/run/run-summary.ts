import { z } from 'zod';
import type { Immutable } from '../immutable.ts';
import { chosenPhaseSchema } from '../plan/step.ts';
import { runOutcomes } from './run-outcomes.ts';

/**
 * What a list of runs shows. `resumable` also covers a run that waits for a restart; `notBegun` is one that was
 * ended before it wrote down what it was to do.
 */
export const runSummarySchema = z.object({
  runId: z.string(),
  path: z.string(),
  startedAt: z.string().nullable(),
  /** Null where the journal does not tell. */
  phases: z.array(chosenPhaseSchema).nullable(),
  starts: z.number().int().nonnegative(),
  outcome: z.enum(runOutcomes).nullable(),
  /** The run that took the place of one that was not at its end; null where none did. */
  supersededBy: z.string().nullable(),
  state: z.enum(['resumable', 'finished', 'notBegun', 'unreadable']),
});
export type RunSummary = Immutable<z.infer<typeof runSummarySchema>>;
