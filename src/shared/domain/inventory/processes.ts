import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A running program. `path` is null where it may not be asked for. */
const item = lateSchema((z) =>
  z.object({
    pid: z.number().int(),
    parentPid: z.number().int(),
    name: z.string(),
    path: z.string().nullable(),
  }),
);
export type Process = Of<typeof item>;

export const processes = {
  item,
  identity: (process: Process) => process.name,
  evidence: ['process'],
} as const;
