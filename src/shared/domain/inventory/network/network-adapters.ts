import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** A network adapter, real or made by a program, and what is bound to it. */
const item = lateSchema((z) =>
  z.object({
    /** By which bindings name it. */
    adapterId: z.string(),
    key: z.string(),
    description: z.string().nullable(),
    componentId: z.string().nullable(),
    provider: z.string().nullable(),
    service: z.string().nullable(),
    /** The filters its traffic runs through, each by the last part of the `instanceKey` of a network component. */
    filters: z.array(z.string()),
    /** Names of the services that use it, such as `Tcpip`. */
    upperBind: z.array(z.string()),
  }),
);
export type NetworkAdapter = Of<typeof item>;

export const networkAdapters = {
  item,
  identity: (adapter: NetworkAdapter) => adapter.adapterId,
  evidence: ['networkAdapter'],
} as const;
