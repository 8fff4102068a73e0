import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A folder that is the vendor's by its place, with what lies in it (listing bounded, see `truncated`). */
const item = lateSchema((z) =>
  z.object({
    path: z.string(),
    kind: z.enum(['program', 'data', 'userData', 'drivers', 'other']),
    entries: z.array(
      z.object({
        path: z.string(),
        kind: z.enum(['file', 'folder', 'link']),
        size: z.number().nonnegative(),
      }),
    ),
    truncated: z.boolean(),
  }),
);
export type VendorFolder = Of<typeof item>;

export const vendorFolders = {
  item,
  identity: (folder: VendorFolder) => folder.path,
  evidence: ['folder'],
} as const;
