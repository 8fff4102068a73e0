import { z } from 'zod';
import type { Immutable } from '../immutable.ts';
import { messageValuesSchema } from '../message-schema.ts';
import { sectionEvidence } from '../sections.ts';
import { dangerIds } from './danger-ids.ts';

const text = z.string();

export const dangerIdSchema = z.enum(dangerIds);
export type DangerId = z.infer<typeof dangerIdSchema>;

/** `critical`: the next start can make the computer unusable. `serious`: it does harm as long as it is there. */
const dangerSeveritySchema = z.enum(['critical', 'serious']);

/** What would mend it, as data. Keys and identifiers are those of the inventory. */
const repairSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('takeFromFilterList'),
    /** The key of a class of devices or of one device, in full. */
    key: text,
    list: z.enum(['UpperFilters', 'LowerFilters']),
    name: text,
  }),
  z.object({ kind: z.literal('removeNetworkComponent'), componentId: text, instanceKey: text }),
  /** `key` holds a list `UpperBind`, from which the name is to go. */
  z.object({ kind: z.literal('removeNetworkBinding'), key: text, name: text }),
  /** By its identifier in the Windows Filtering Platform. */
  z.object({ kind: z.literal('removeTrafficFilter'), key: text, name: text }),
  z.object({ kind: z.literal('removeSecurityRow'), name: text, guid: text.nullable() }),
  z.object({ kind: z.literal('removeDriver'), name: text }),
  /** The key of an entry of programs. */
  z.object({ kind: z.literal('removeProgramEntry'), key: text }),
  z.object({ kind: z.literal('turnFirewallOn'), key: text, profile: text }),
  z.object({ kind: z.literal('askWindowsForUpdates'), key: text, server: text }),
  /** Of the file `hosts` only these names of a line. */
  z.object({ kind: z.literal('removeHostsEntry'), address: text, names: z.array(text) }),
  z.object({
    kind: z.literal('turnProxyOff'),
    key: text,
    name: text,
    /** Whose setting it is; null for the computer. */
    userSid: text.nullable(),
  }),
  z.object({ kind: z.literal('takeNameServersFromNetwork'), key: text, name: text }),
  z.object({
    kind: z.literal('distrust'),
    thumbprint: text,
    userSid: text.nullable(),
    firefoxProfile: text.nullable(),
  }),
]);

/** An item of the inventory. */
export const seenInSchema = z.object({
  /** Settings are no sign of a product. */
  kind: z.enum([...sectionEvidence, 'networkSetting', 'hostsEntry']),
  ref: text,
});

/**
 * Something left of a product that hurts by being there, however many or few signs of the product there are. The words
 * have its id: `danger.<id>.title`, `.explanation` and `.advice`, which can be followed without a network.
 */
export const dangerSchema = z.object({
  id: dangerIdSchema,
  severity: dangerSeveritySchema,
  /** What fills the words: names as the machine has them. */
  values: messageValuesSchema,
  /** The item of the inventory that it was seen in. */
  seenIn: seenInSchema,
  repair: repairSchema,
});
export type Danger = Immutable<z.infer<typeof dangerSchema>>;
