import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** The filter drivers of a device class. Only classes that have any are listed. */
const item = lateSchema((z) =>
  z.object({
    classGuid: z.string(),
    className: z.string().nullable(),
    upperFilters: z.array(z.string()),
    lowerFilters: z.array(z.string()),
  }),
);
export type ClassFilter = Of<typeof item>;

export const classFilters = {
  item,
  identity: (filter: ClassFilter) => filter.classGuid,
  evidence: ['classFilter'],
} as const;
