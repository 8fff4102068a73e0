import { z } from 'zod';

/** A network component (NDIS filter, protocol, client) registered with Windows. */
const item = z.object({
  componentId: z.string(),
  description: z.string().nullable(),
  instanceKey: z.string(),
  service: z.string().nullable(),
});
export type NetworkComponent = z.infer<typeof item>;

export const networkComponents = {
  item,
  identity: (component: NetworkComponent) => component.componentId,
  evidence: ['networkComponent'],
} as const;
