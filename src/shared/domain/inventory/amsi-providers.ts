import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A provider that is registered with the Antimalware Scan Interface. */
const item = lateSchema((z) =>
  z.object({
    clsid: z.string(),
    name: z.string().nullable(),
    library: z.string().nullable(),
    libraryExists: z.boolean().nullable(),
    /** What 32-bit programs load for it, null for nothing; missing where nobody looked, as in version 0.1.0. */
    library32: z.object({ path: z.string(), exists: z.boolean().nullable() }).nullable().optional(),
  }),
);
export type AmsiProvider = Of<typeof item>;

const providers = 'HKLM\\SOFTWARE\\Microsoft\\AMSI\\Providers';

/** The key by which a provider is registered. Source: Microsoft, win32 docs, "Antimalware Scan Interface: developer audience". */
export function providerKeyOf({ clsid }: Pick<AmsiProvider, 'clsid'>): string {
  return `${providers}\\${clsid}`;
}

export const amsiProviders = {
  item,
  identity: (provider: AmsiProvider) => provider.clsid,
  evidence: ['amsiProvider'],
} as const;
