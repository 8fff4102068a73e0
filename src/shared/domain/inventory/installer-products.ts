import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A product that Windows Installer itself knows. `localPackage` is its cached MSI, needed for removal. */
const item = lateSchema((z) =>
  z.object({
    productCode: z.string(),
    /** What all versions and translations of a product share. Missing where it is not known; 0.1.0 did not ask. */
    upgradeCode: z.string().optional(),
    name: z.string().nullable(),
    version: z.string().nullable(),
    publisher: z.string().nullable(),
    installLocation: z.string().nullable(),
    localPackage: z.string().nullable(),
    localPackageExists: z.boolean().nullable(),
    context: z.enum(['machine', 'userManaged', 'userUnmanaged']),
    userSid: z.string().nullable(),
    state: z.enum(['installed', 'advertised', 'other']),
    /** Of the vendor's products the features of the package that are installed. Missing where it is not known; 0.1.0 did not ask. */
    features: z.array(z.string()).optional(),
  }),
);
export type InstallerProduct = Of<typeof item>;

export const installerProducts = {
  item,
  /** Two persons may each have a copy for themselves, beside the one of the machine. */
  identity: ({ productCode, context, userSid }: InstallerProduct) =>
    context === 'machine' ? productCode : `${productCode}@${userSid ?? ''}`,
  evidence: ['installerProduct'],
} as const;
