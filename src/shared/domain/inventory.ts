import { z } from 'zod';
import { formatSchema } from './format.ts';
import { message } from './message.ts';
import { messageSchema } from './message-schema.ts';
import { managementSchema } from './management.ts';
import { sectionSchema, unreadableSection, type Gap, type SectionSchema } from './section.ts';
import { bySection, sections, type SectionName } from './sections.ts';

/** Version of the inventory document. In the one before, what is wrong with a part is an English sentence. */
export const inventoryFormat = 'cutover-inventory/2';
export const inventoryFormatSchema = formatSchema(inventoryFormat, 'cutover-inventory/1');

export const machineFactsSchema = z.object({
  computerName: z.string().nullable(),
  platform: z.enum(['windows', 'linux', 'macos']),
  osName: z.string().nullable(),
  osVersion: z.string().nullable(),
  osBuild: z.string().nullable(),
  edition: z.enum(['client', 'server', 'unknown']),
  architecture: z.enum(['x64', 'x86', 'arm64', 'unknown']),
  safeMode: z.enum(['no', 'minimal', 'network', 'unknown']),
  /** Whether the inventory was read with administrator rights; null when nobody can know. */
  elevated: z.boolean().nullable(),
  /** Preferred language of the system as a BCP 47 tag. */
  language: z.string().nullable(),
  /** The security identifier of the account that read the inventory; missing where it was not asked. */
  account: z.string().optional(),
  /** When it was started last, a restart and no waking up; missing where nobody can know. */
  bootedAt: z.iso.datetime().optional(),
  /** Missing where it was not asked, as in a registry export. */
  management: managementSchema.optional(),
});
export type MachineFacts = z.infer<typeof machineFactsSchema>;

type SectionSchemas = {
  [K in SectionName]: z.ZodPrefault<SectionSchema<(typeof sections)[K]['item']>>;
};

/**
 * All facts read from one machine, without any opinion. Written by `cutover inventory`, read by everything else.
 * Every section says how far it can be believed, see {@link sectionStateSchema}.
 */
export const inventorySchema = z.object({
  format: inventoryFormatSchema,
  collectedAt: z.iso.datetime(),
  collectedBy: z.string(),
  source: z.object({
    /** `report`: what another program told; entries and paths are put together from that. */
    kind: z.enum(['live', 'registryExport', 'practice', 'report']),
    detail: z.string(),
    /** What one should know about the source that takes nothing away from what was read. */
    notes: z.array(messageSchema).optional(),
  }),
  machine: machineFactsSchema,
  ...bySection<SectionSchemas>((name) =>
    sectionSchema(sections[name].item).prefault(() => unreadableSection(notKnownYet(name))),
  ),
});
export type Inventory = z.infer<typeof inventorySchema>;

/** Of a section that came to the format after the program that wrote the document. */
function notKnownYet(subject: SectionName): Gap {
  const detail = message('gap.olderVersion');
  return { subject, reason: 'notCollected', detail, needsAdministrator: false };
}
