import { z } from 'zod';

/** A sign that Windows waits for a restart. */
const item = z.object({
  /** Key or value in the registry. */
  source: z.string(),
  /** Files or names that it is about; empty where it names none. */
  detail: z.string(),
});
export type PendingRestart = z.infer<typeof item>;

export const pendingRestarts = {
  item,
  identity: (restart: PendingRestart) => restart.source,
} as const;
