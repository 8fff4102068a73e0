import { lateSchema, type Of } from '../schemas/late-schema.ts';

/**
 * The filter drivers of one device, beside those of its class. Only devices that have any are listed, also such that are
 * not connected at the moment.
 */
const item = lateSchema((z) =>
  z.object({
    /** Path below `Enum`: bus, device and instance. */
    instanceId: z.string(),
    classGuid: z.string().nullable(),
    /** As its driver calls it; the name that a person gave it is not recorded. */
    description: z.string().nullable(),
    upperFilters: z.array(z.string()),
    lowerFilters: z.array(z.string()),
  }),
);
export type DeviceFilter = Of<typeof item>;

export const deviceFilters = {
  item,
  identity: (filter: DeviceFilter) => filter.instanceId,
  evidence: ['deviceFilter'],
} as const;
