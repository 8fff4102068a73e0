import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** Where Windows keeps events of the vendor: a log of its own, a channel, or a publisher of events. */
const item = lateSchema((z) =>
  z.object({
    key: z.string(),
    kind: z.enum(['log', 'channel', 'publisher']),
    name: z.string(),
  }),
);
export type EventChannel = Of<typeof item>;

export const eventChannels = {
  item,
  identity: (channel: EventChannel) => channel.key,
  evidence: ['eventChannel'],
} as const;
