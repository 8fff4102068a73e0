import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/**
 * A line of the file `hosts` that sends names of the vendor's or of Windows' own servers somewhere. Only those names are
 * recorded.
 */
const item = lateSchema((z) =>
  z.object({
    address: z.string(),
    names: z.array(z.string()),
  }),
);
export type HostsEntry = Of<typeof item>;

export const hostsEntries = {
  item,
  identity: ({ address, names }: HostsEntry) => `${address} ${names.join(' ')}`,
} as const;
