import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/**
 * Where Windows Installer looks for the package of a product once its own copy is gone. It takes the package from there
 * with the rights of whoever asks for the removal.
 */
const item = lateSchema((z) =>
  z.object({
    productCode: z.string(),
    /** The person to whom an administrator assigned the product; null for products of the whole machine. */
    userSid: z.string().nullable(),
    packageName: z.string().nullable(),
    sources: z.array(
      z.object({
        kind: z.enum(['folder', 'address', 'medium']),
        place: z.string(),
        /** Who can put a package there; `unknown` also for every place that is not on this computer. */
        writers: z.enum(['administrators', 'others', 'unknown']),
      }),
    ),
  }),
);
export type PackageSources = Of<typeof item>;

export const packageSources = {
  item,
  identity: ({ productCode, userSid }: PackageSources) =>
    userSid === null ? productCode : `${productCode}@${userSid}`,
} as const;
