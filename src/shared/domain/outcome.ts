import { z } from 'zod';
import { runOutcomes } from './outcomes.ts';
import { stepOutcomeNames } from './step-outcomes.ts';

/** How one step ended, see `step-outcomes.ts`. */
export const stepOutcomeSchema = z.enum(stepOutcomeNames);
export type StepOutcome = z.infer<typeof stepOutcomeSchema>;

/** How the whole run ended, see `outcomes.ts`. */
export const runOutcomeSchema = z.enum(runOutcomes);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;
