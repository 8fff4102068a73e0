import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A Win32 service or driver. `imageFile` is the resolved path of the program or .sys file, without arguments. */
const item = lateSchema((z) =>
  z.object({
    name: z.string(),
    displayName: z.string().nullable(),
    kind: z.enum(['service', 'kernelDriver', 'fileSystemDriver', 'other']),
    state: z.enum(['running', 'stopped', 'startPending', 'stopPending', 'paused', 'unknown']),
    start: z.enum(['boot', 'system', 'auto', 'demand', 'disabled', 'unknown']),
    imagePath: z.string().nullable(),
    imageFile: z.string().nullable(),
    imageExists: z.boolean().nullable(),
    /** It was deleted while it ran, so that it goes with the next restart. Null: not looked for. */
    markedForDeletion: z.boolean().nullable().default(null),
    account: z.string().nullable(),
    processId: z.number().int().nullable(),
  }),
);
export type Service = Of<typeof item>;

export const services = {
  item,
  identity: (service: Service) => service.name,
  evidence: ['service', 'driver'],
} as const;
