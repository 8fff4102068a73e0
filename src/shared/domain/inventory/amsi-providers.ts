import { z } from 'zod';

/** A provider that is registered with the Antimalware Scan Interface. */
const item = z.object({
  clsid: z.string(),
  name: z.string().nullable(),
  library: z.string().nullable(),
  libraryExists: z.boolean().nullable(),
});
export type AmsiProvider = z.infer<typeof item>;

export const amsiProviders = {
  item,
  identity: (provider: AmsiProvider) => provider.clsid,
  evidence: ['amsiProvider'],
} as const;
