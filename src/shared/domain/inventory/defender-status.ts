import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A property of Microsoft Defender's `MSFT_MpComputerStatus`, by its name there. */
const item = lateSchema((z) =>
  z.object({
    name: z.string(),
    data: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  }),
);
export type DefenderStatus = Of<typeof item>;

export const defenderStatus = {
  item,
  identity: (property: DefenderStatus) => property.name,
} as const;
