import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A sign that Windows waits for a restart. */
const item = lateSchema((z) =>
  z.object({
    /** Key or value in the registry. */
    source: z.string(),
    /** Files or names that it is about; empty where it names none. */
    detail: z.string(),
  }),
);
export type PendingRestart = Of<typeof item>;

export const pendingRestarts = {
  item,
  identity: (restart: PendingRestart) => restart.source,
} as const;
