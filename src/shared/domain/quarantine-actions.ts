import { z } from 'zod';
import { rawValueSchema, registryTreeSchema } from './repair-actions.ts';

const text = z.string();
const texts = z.array(text);

const folder = { path: text };
const key = { key: text };
const value = { key: text, name: text };
const service = {
  name: text,
  /** As the entry has it; with any other path nothing is changed. */
  imagePath: text.nullable(),
};

const driverPackage = { store: text, inf: text };

/** What cleans up after a product that is gone, and what brings it back from the quarantine. */
export const quarantineActionSchemas = [
  /** Moves a folder of the vendor; what a person keeps in it stays where it is. */
  z.object({ kind: z.literal('quarantineFolder'), ...folder }),
  /** `moved` are the places of what was moved, from the folder down; the empty one is the folder itself. */
  z.object({ kind: z.literal('returnFolder'), ...folder, kept: text, moved: texts }),
  z.object({
    kind: z.literal('quarantineKey'),
    ...key,
    /** Texts that the key itself holds; with anything else in them nothing is changed. */
    expected: z.record(text, text),
  }),
  z.object({ kind: z.literal('returnKey'), ...key, kept: text }),
  z.object({
    kind: z.literal('quarantineValue'),
    ...value,
    /** The text that it holds, with anything else in it nothing is changed; null where its data were not recorded. */
    expected: text.nullable(),
  }),
  z.object({ kind: z.literal('returnValue'), ...value, value: rawValueSchema }),
  /** By its key below `Services\\EventLog`; the events are copied first. */
  z.object({ kind: z.literal('quarantineEventLog'), ...key }),
  z.object({ kind: z.literal('returnEventLog'), ...key, kept: text }),
  /** By the key of a provider of the Antimalware Scan Interface: all that registers it, in both views. */
  z.object({ kind: z.literal('quarantineAmsiProvider'), ...key }),
  z.object({ kind: z.literal('returnAmsiProvider'), ...key, kept: text }),
  /** By the name of its value, which is how the firewall tells one rule from another. */
  z.object({ kind: z.literal('quarantineFirewallRule'), ...value }),
  z.object({ kind: z.literal('returnFirewallRule'), ...value, value: rawValueSchema }),
  /** By its folder in the driver store; where Windows has another one under `inf` nothing is changed. */
  z.object({ kind: z.literal('quarantineDriverPackage'), ...driverPackage }),
  z.object({ kind: z.literal('returnDriverPackage'), ...driverPackage, kept: text }),
  /** By its path in the scheduler, which begins with a backslash. */
  z.object({ kind: z.literal('quarantineTask'), ...folder }),
  z.object({ kind: z.literal('returnTask'), ...folder, kept: text }),
  /** Takes the entry of a service away whose program is gone. */
  z.object({ kind: z.literal('deleteService'), ...service }),
  z.object({ kind: z.literal('createService'), ...service, tree: registryTreeSchema }),
] as const;

/** Where something was put, and what of it. */
export const quarantineBeforeSchemas = [
  z.object({ kind: z.literal('keptFolder'), kept: text, moved: texts }),
  z.object({ kind: z.literal('keptKey'), kept: text }),
  z.object({ kind: z.literal('keptTask'), kept: text }),
  z.object({ kind: z.literal('keptPackage'), kept: text }),
] as const;
