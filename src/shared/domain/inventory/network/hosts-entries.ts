import { z } from 'zod';

/**
 * A line of the file `hosts` that sends names of the vendor's or of Windows' own servers somewhere. Only those names are
 * recorded.
 */
const item = z.object({
  address: z.string(),
  names: z.array(z.string()),
});
export type HostsEntry = z.infer<typeof item>;

export const hostsEntries = {
  item,
  identity: ({ address, names }: HostsEntry) => `${address} ${names.join(' ')}`,
} as const;
