import { z } from 'zod';

/** A running program. `path` is null where it may not be asked for. */
const item = z.object({
  pid: z.number().int(),
  parentPid: z.number().int(),
  name: z.string(),
  path: z.string().nullable(),
});
export type Process = z.infer<typeof item>;

export const processes = {
  item,
  identity: (process: Process) => process.name,
  evidence: ['process'],
} as const;
