import { z } from 'zod';
import type { Immutable } from './immutable.ts';

const text = z.string();
const texts = z.array(text);

const filterListSchema = z.enum(['UpperFilters', 'LowerFilters']);
export type FilterList = z.infer<typeof filterListSchema>;

/** A value of the registry as it stands there: the number of its type, and its bytes in hexadecimal digits. */
export const rawValueSchema = z.object({ type: z.number().int().nonnegative(), data: text });
export type RawValue = Immutable<z.infer<typeof rawValueSchema>>;

/**
 * A key of the registry with all below it, in the order in which Windows lists it. `path` leads from the key down and is
 * empty for the key itself. Version 0.1.0 kept neither class nor permissions.
 */
export const registryTreeSchema = z.array(
  z.object({
    path: text,
    values: z.array(rawValueSchema.extend({ name: text })),
    className: text.optional(),
    /** Owner, group and access list as Windows keeps them (`SECURITY_DESCRIPTOR_RELATIVE`), in hexadecimal digits. */
    security: text.optional(),
  }),
);
export type RegistryTree = Immutable<z.infer<typeof registryTreeSchema>>;

const filterList = {
  /** The key of a class of devices or of one device, in full. */
  key: text,
  list: filterListSchema,
  /** What the list names now, in order; where it names anything else nothing is changed. */
  expected: texts,
};
const driver = {
  name: text,
  /** As the entry has it; with any other path nothing is changed. */
  imagePath: text.nullable(),
};
const certificate = {
  /** SHA-1 of the certificate, in capital hexadecimal digits. */
  thumbprint: text,
  /** Null for the store of the machine. */
  userSid: text.nullable(),
};

const networkComponent = {
  /** By which Windows finds it, such as `ms_tcpip`. */
  componentId: text,
  /** The key under which Windows keeps it; one that stands elsewhere is another component. */
  instanceKey: text,
  /** The driver that it starts; with any other nothing is changed. */
  service: text,
};

/** What mends a danger, and what takes the mending back. */
export const repairActionSchemas = [
  /** The others keep their order. */
  z.object({ kind: z.literal('takeFromFilterList'), ...filterList, names: texts }),
  z.object({ kind: z.literal('putFilterList'), ...filterList, value: rawValueSchema }),
  /** Takes the entry of a driver away whose file is gone. */
  z.object({ kind: z.literal('deleteDriver'), ...driver }),
  z.object({ kind: z.literal('createDriver'), ...driver, tree: registryTreeSchema }),
  z.object({ kind: z.literal('distrustCertificate'), ...certificate }),
  z.object({ kind: z.literal('trustCertificate'), ...certificate, tree: registryTreeSchema }),
  /** Lets Windows unbind a component of the network from its adapters and remove it. */
  z.object({ kind: z.literal('removeNetworkComponent'), ...networkComponent }),
  /** Lets Windows install it again from the package of its driver. */
  z.object({
    kind: z.literal('installNetworkComponent'),
    ...networkComponent,
    /** As Windows showed it. */
    description: text.nullable(),
  }),
] as const;

/** What stood there before a repair; null where nothing did. */
export const repairBeforeSchemas = [
  z.object({ kind: z.literal('registryValue'), value: rawValueSchema.nullable() }),
  z.object({ kind: z.literal('registryTree'), tree: registryTreeSchema.nullable() }),
  z.object({
    kind: z.literal('networkComponent'),
    there: z.boolean(),
    description: text.nullable(),
    /** The file that Windows can install it from again; null where it has none, so that it cannot come back. */
    inf: text.nullable(),
  }),
] as const;
