import { z } from 'zod';
import { inventoryFormat } from './inventory.ts';
import { message } from './message.ts';
import { messageSchema, saidSchema } from './message-schema.ts';
import { managementSchema } from './management.ts';
import { formatSchema } from './schemas/format.ts';
import { unreadableSection, type Gap } from './section.ts';
import { bySection, sections, type SectionName } from './sections.ts';

/** In the one before, what is wrong with a part is an English sentence. */
export const inventoryFormatSchema = formatSchema(inventoryFormat, 'cutover-inventory/1');

/**
 * Why a part of a machine could not be read. `notCollected` means that nobody tried, for example because
 * the inventory was made from a registry export, which holds no processes.
 */
export const gapReasonSchema = z.enum([
  'accessDenied',
  'notSupported',
  'timedOut',
  'corrupt',
  'truncated',
  'notCollected',
  'failed',
]);

/** One thing that could not be read. `subject` names it as the system does (a key, a path, a class). */
export const gapSchema = z.object({
  subject: z.string(),
  reason: gapReasonSchema,
  /** What is wrong with it, or what the system said. */
  detail: saidSchema,
  /** True when administrator rights would have made it readable. */
  needsAdministrator: z.boolean(),
});

/**
 * How far a section of the inventory can be believed:
 * `read` (complete, with items), `empty` (complete, nothing there), `partial` (items or silence, with gaps),
 * `unreadable` (nothing could be read, so an empty list means "not known", never "absent").
 */
export const sectionStateSchema = z.enum(['read', 'empty', 'partial', 'unreadable']);

/** A section with items of this kind. */
export function sectionSchema<T extends z.ZodType>(item: T) {
  return z.object({ state: sectionStateSchema, items: z.array(item), gaps: z.array(gapSchema) });
}
export type SectionSchema<T extends z.ZodType> = ReturnType<typeof sectionSchema<T>>;

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
  management: managementSchema(z).optional(),
});

type SectionSchemas = {
  [K in SectionName]: z.ZodPrefault<SectionSchema<ReturnType<(typeof sections)[K]['item']>>>;
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
    sectionSchema(sections[name].item(z)).prefault(() => unreadableSection(notKnownYet(name))),
  ),
});

/** Of a section that came to the format after the program that wrote the document. */
function notKnownYet(subject: SectionName): Gap {
  const detail = message('gap.olderVersion');
  return { subject, reason: 'notCollected', detail, needsAdministrator: false };
}
