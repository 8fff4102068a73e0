import { z } from 'zod';

/** Where Windows keeps events of the vendor: a log of its own, a channel, or a publisher of events. */
const item = z.object({
  key: z.string(),
  kind: z.enum(['log', 'channel', 'publisher']),
  name: z.string(),
});
export type EventChannel = z.infer<typeof item>;

export const eventChannels = {
  item,
  identity: (channel: EventChannel) => channel.key,
  evidence: ['eventChannel'],
} as const;
