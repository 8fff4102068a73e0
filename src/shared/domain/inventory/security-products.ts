import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A row of the Windows Security Center. The name and the GUID are what the row claims, not proof of anything. */
const item = lateSchema((z) =>
  z.object({
    provider: z.enum(['antivirus', 'antispyware', 'firewall']),
    name: z.string(),
    state: z.enum(['on', 'off', 'snoozed', 'expired', 'unknown']),
    signatures: z.enum(['upToDate', 'outOfDate', 'unknown']),
    reportingPath: z.string().nullable(),
    guid: z.string().nullable(),
    timestamp: z.string().nullable(),
  }),
);
export type SecurityProduct = Of<typeof item>;

/** What a gap of the whole Security Center is about. */
export const securityCenter = 'Windows Security Center';

/** What a gap of one of its lists is about; that of a row in it begins with the same. */
export function providerList(provider: SecurityProduct['provider']): string {
  return `${securityCenter}: ${provider}`;
}

export const securityProducts = {
  item,
  identity: (product: SecurityProduct) => `${product.provider}:${product.name}`,
  evidence: ['securityProduct'],
} as const;
