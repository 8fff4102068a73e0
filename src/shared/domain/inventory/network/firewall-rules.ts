import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** A rule of Windows Firewall that names the vendor; others are not recorded. */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    name: z.string(),
    /** As Windows shows it; it may name a place in a library instead. */
    displayName: z.string().nullable(),
    /** The program it is about, with its variables filled in. */
    program: z.string().nullable(),
    /** Only a live Windows tells; null where it does not. */
    programExists: z.boolean().nullable().optional(),
    service: z.string().nullable(),
    action: z.enum(['allow', 'block', 'unknown']),
    direction: z.enum(['in', 'out', 'unknown']),
    active: z.boolean(),
    policy: z.boolean(),
  }),
);
export type FirewallRule = Of<typeof item>;

export const firewallRules = {
  item,
  identity: (rule: FirewallRule) => `${rule.key}\\${rule.name}`,
  evidence: ['firewallRule'],
} as const;
