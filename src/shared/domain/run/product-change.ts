import { z } from 'zod';
import { findingSchema } from '../finding.ts';
import type { Immutable } from '../immutable.ts';
import { keptSchema } from '../plan/plan.ts';

const stateSchema = z.union([findingSchema.shape.state, z.literal('none')]);

/** What became of one product, or of a part that outlived one; matched by the engine and kept in the record. */
export const productChangeSchema = z.object({
  /** Of the finding before, else of the one after. */
  id: z.string(),
  name: z.string(),
  version: z.string().nullable(),
  before: stateSchema,
  after: stateSchema,
  /** The findings that are there of it now. */
  findingIds: z.array(z.string()),
  /** Why it stays; null where it is gone, or was to go. */
  kept: keptSchema.shape.reason.nullable(),
});

export type ProductChange = Immutable<z.infer<typeof productChangeSchema>>;
