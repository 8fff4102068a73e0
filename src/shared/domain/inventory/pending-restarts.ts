import { z } from 'zod';

/** A sign that Windows waits for a restart. */
const item = z.object({ source: z.string(), detail: z.string() });
export type PendingRestart = z.infer<typeof item>;

export const pendingRestarts = {
  item,
  identity: (restart: PendingRestart) => restart.source,
} as const;
