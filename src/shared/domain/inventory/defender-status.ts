import { z } from 'zod';

/** A property of Microsoft Defender's `MSFT_MpComputerStatus`, by its name there. */
const item = z.object({
  name: z.string(),
  data: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});
export type DefenderStatus = z.infer<typeof item>;

export const defenderStatus = {
  item,
  identity: (property: DefenderStatus) => property.name,
} as const;
