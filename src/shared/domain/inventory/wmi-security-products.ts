import { lateSchema, type Of } from '../schemas/late-schema.ts';

/**
 * A row of the WMI namespace `root\\SecurityCenter2`. `productState` is the raw bit field; decoding it is the
 * verdict's business. Like a row of the Security Center it is a claim, not proof.
 */
const item = lateSchema((z) =>
  z.object({
    provider: z.enum(['antivirus', 'antispyware', 'firewall']),
    displayName: z.string(),
    productState: z.number().int(),
    reportingPath: z.string().nullable(),
    productPath: z.string().nullable(),
    guid: z.string().nullable(),
    timestamp: z.string().nullable(),
  }),
);
export type WmiSecurityProduct = Of<typeof item>;

/** Microsoft documents the namespace only by its use; osquery and GLPI read the same. */
export const securityNamespace = 'ROOT\\SecurityCenter2';

export const productClasses = {
  antivirus: 'AntiVirusProduct',
  antispyware: 'AntiSpywareProduct',
  firewall: 'FirewallProduct',
} as const satisfies Record<WmiSecurityProduct['provider'], string>;

export const wmiSecurityProducts = {
  item,
  identity: (product: WmiSecurityProduct) => `${product.provider}:${product.displayName}`,
} as const;
