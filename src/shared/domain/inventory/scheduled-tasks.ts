import { z } from 'zod';

/** A scheduled task with what it starts. */
const item = z.object({
  path: z.string(),
  author: z.string().nullable(),
  actions: z.array(z.object({ execute: z.string(), arguments: z.string().nullable() })),
});
export type ScheduledTask = z.infer<typeof item>;

export const scheduledTasks = {
  item,
  identity: (task: ScheduledTask) => task.path,
  evidence: ['scheduledTask'],
} as const;
