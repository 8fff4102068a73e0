import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A registry value that tells about Microsoft Defender (policy, switch, running state). */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    name: z.string(),
    data: z.union([z.string(), z.number()]),
    /** Of a policy: whether the local group policy of the machine writes it again; null or missing when nobody knows. */
    inLocalPolicy: z.boolean().nullable().optional(),
  }),
);
export type DefenderSetting = Of<typeof item>;

export const defender = {
  item,
  identity: (setting: DefenderSetting) => `${setting.key}\\${setting.name}`,
} as const;
