import { lateSchema, type Of } from '../schemas/late-schema.ts';

/** A network component (NDIS filter, protocol, client) registered with Windows. */
const item = lateSchema((z) =>
  z.object({
    componentId: z.string(),
    description: z.string().nullable(),
    instanceKey: z.string(),
    service: z.string().nullable(),
  }),
);
export type NetworkComponent = Of<typeof item>;

export const networkComponents = {
  item,
  identity: (component: NetworkComponent) => component.componentId,
  evidence: ['networkComponent'],
} as const;
