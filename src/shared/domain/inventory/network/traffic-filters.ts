import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/**
 * What stands in the Windows Filtering Platform: filters, what they ask (callouts), and whoever brought them along. Source:
 * Microsoft, "Object Model" of that platform.
 */
const item = lateSchema((z) =>
  z.object({
    kind: z.enum(['provider', 'subLayer', 'callout', 'filter']),
    /** Its identifier in braces, by which Windows finds it. */
    key: z.string(),
    name: z.string().nullable(),
    description: z.string().nullable(),
    /** The identifier of the provider that it says it belongs to. */
    provider: z.string().nullable(),
    /** Of a provider: the service or driver that it says it belongs to. */
    service: z.string().nullable(),
    /** It is there again after the next start of Windows. */
    lasts: z.boolean(),
    /** A filter or provider that Windows has not switched off, a callout that a driver answers for. */
    active: z.boolean(),
    /**
     * What a filter does with what it matches. `ask` blocks it where no driver answers, `askOrPermit` lets it pass then, and
     * `inspect` only shows it. Null for the others, and where Windows says something that is not known here.
     */
    action: z.enum(['block', 'permit', 'ask', 'askOrPermit', 'inspect']).nullable(),
    /** Of a filter: the identifier of what it asks. */
    callout: z.string().nullable(),
  }),
);
export type TrafficFilter = Of<typeof item>;

export const trafficFilters = {
  item,
  identity: ({ kind, key }: TrafficFilter) => `${kind}:${key}`,
  evidence: ['trafficFilter'],
} as const;
