import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/**
 * A registry value that steers where the traffic of this computer goes, or what may come in. User names, passwords and
 * queries are taken out of addresses.
 */
const item = lateSchema((z) =>
  z.object({
    kind: z.enum(['firewall', 'windowsUpdate', 'proxy', 'dns']),
    key: z.string(),
    name: z.string(),
    data: z.union([z.string(), z.number()]),
    /** Of a firewall its profile (`domain`, `private`, `public`), of a name server its adapter, see `networkAdapters`. */
    subject: z.string().nullable(),
    /** Of a setting that holds for one person only. */
    userSid: z.string().nullable(),
    /** It lies where a policy or a device management writes, which may write it again. */
    policy: z.boolean(),
  }),
);
export type NetworkSetting = Of<typeof item>;

export const networkSettings = {
  item,
  identity: (setting: NetworkSetting) => `${setting.key}\\${setting.name}`,
} as const;
