import { lateSchema, type Of } from '../schemas/late-schema.ts';

/**
 * A key below one of the vendor's registry trees. The data of a value is recorded only for names known to be
 * harmless; otherwise `data` is null and only the size tells whether something is set, so that no password
 * hash and no licence key can reach an inventory.
 */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    userSid: z.string().nullable(),
    values: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        size: z.number().int().nonnegative(),
        data: z.union([z.string(), z.number()]).nullable(),
      }),
    ),
  }),
);
export type VendorKey = Of<typeof item>;

export const vendorKeys = {
  item,
  identity: (key: VendorKey) => key.key,
  evidence: ['environmentKey', 'vendorKey'],
} as const;
