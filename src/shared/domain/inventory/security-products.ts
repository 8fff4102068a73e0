import { z } from 'zod';

/** A row of the Windows Security Center. The name and the GUID are what the row claims, not proof of anything. */
const item = z.object({
  provider: z.enum(['antivirus', 'antispyware', 'firewall']),
  name: z.string(),
  state: z.enum(['on', 'off', 'snoozed', 'expired', 'unknown']),
  signatures: z.enum(['upToDate', 'outOfDate', 'unknown']),
  reportingPath: z.string().nullable(),
  guid: z.string().nullable(),
  timestamp: z.string().nullable(),
});
export type SecurityProduct = z.infer<typeof item>;

export const securityProducts = {
  item,
  identity: (product: SecurityProduct) => `${product.provider}:${product.name}`,
  evidence: ['securityProduct'],
} as const;
