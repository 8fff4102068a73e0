import { z } from 'zod';
import { findingSchema } from '../finding.ts';
import type { Immutable } from '../immutable.ts';
import { dangerSchema } from '../plan/danger.ts';
import { keptSchema } from '../plan/plan.ts';
import { protectionSchema } from '../protection/protection.ts';
import { provingSections, verdicts } from './verdicts.ts';

const text = z.string();

const productSchema = findingSchema.pick({
  id: true,
  productId: true,
  family: true,
  name: true,
  version: true,
});
export type Product = Immutable<z.infer<typeof productSchema>>;

/**
 * The one answer about a machine. `scan`, `plan`, `check`, the end of a run, its report and the window tell it and
 * decide nothing of it themselves.
 */
export const stateSchema = z.object({
  verdict: z.enum(verdicts),
  /** What is there and is to go, also where Cutover has no way to remove it: `stays` says so. */
  installed: z.array(productSchema),
  /** What Cutover leaves where it is, and why. */
  stays: z.array(keptSchema),
  /**
   * What is left of products that are gone; `harmless` runs nowhere, loads nowhere and stands in nobody's way, and of
   * what is `told` every sign stands among the dangers.
   */
  remains: z.array(
    productSchema.extend({
      harmless: z.boolean(),
      told: z.boolean().optional(),
      /** Where it stands, if nobody but who keeps that place may take it away. */
      notOurs: z.array(z.enum(['windowsSecurity', 'browser'])).optional(),
    }),
  ),
  dangers: z.array(dangerSchema),
  /** What waits for a restart of Windows; null where nothing does. */
  restart: z
    .object({
      /** The run that it finishes. */
      runId: text,
      /** What goes with it, as the machine showed it. */
      products: z.array(text),
      /** What would be dangerous if it were still there after it. */
      settles: z.array(dangerSchema),
    })
    .nullable(),
  /** What an organization assigns to this computer, as it names that, with its policy. Version 0.1.0 did not say so. */
  assigned: z.array(text).optional(),
  /** What could not be read at all, so that absence is not proven. */
  unread: z.array(z.enum(provingSections)),
  protection: protectionSchema,
});
export type State = Immutable<z.infer<typeof stateSchema>>;
