import { lateSchema, type Of } from '../../schemas/late-schema.ts';

/** A package in the driver store, out of which Windows installs the driver of a device or a part of the network. */
const item = lateSchema((z) =>
  z.object({
    /** The name of its file in the folder of Windows, such as `oem12.inf`; it comes and goes with the package. */
    inf: z.string(),
    /** Its folder in the driver store, by its own name and content; null where Windows does not tell. */
    store: z.string().nullable(),
    provider: z.string().nullable(),
    /** Who signed its catalogue and programs; null where that could not be read. */
    signers: z.array(z.string()).nullable().default(null),
    className: z.string().nullable(),
    /** Services and drivers that it registers. */
    services: z.array(z.string()),
    /** Devices and parts of the network that were installed from it, by name; null where that could not be read. */
    usedBy: z.array(z.string()).nullable(),
  }),
);
export type DriverPackage = Of<typeof item>;

export const driverPackages = {
  item,
  identity: ({ store, inf }: DriverPackage) => store ?? inf,
  evidence: ['driverPackage'],
} as const;
