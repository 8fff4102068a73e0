import { z } from 'zod';
import type { Immutable } from './immutable.ts';
import { sectionEvidence } from './sections.ts';
import { saidSchema } from './message-schema.ts';

const text = z.string();
const texts = z.array(text);

/** What a product is for. A person chooses what to remove by family or by product. */
export const familySchema = z.enum([
  'antivirus',
  'endpoint',
  'edr',
  'agent',
  'vpn',
  'passwordManager',
  'childSafety',
  'server',
  'management',
  'scanner',
  'successor',
  'embeddedEngine',
  'other',
]);
export type Family = z.infer<typeof familySchema>;

/** `installed`: registered or running. `leftover`: remains of a product that is gone. `portable`: a tool that was never installed. */
const findingStateSchema = z.enum(['installed', 'leftover', 'portable']);
export type FindingState = z.infer<typeof findingStateSchema>;

/**
 * `proven`: meets the removal rule (a product code Windows Installer knows, or path and publisher or signer).
 * `likely`: several signs agree but removal is not allowed on them. `hint`: a name only.
 */
const confidenceSchema = z.enum(['proven', 'likely', 'hint']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** Where a reason was seen: each section of the inventory names its own kinds. */
const evidenceKindSchema = z.enum(sectionEvidence);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** One reason for a finding. `ref` identifies the item in the inventory (its key, name, path or code). */
const evidenceSchema = z.object({
  kind: evidenceKindSchema,
  ref: text,
  /** With the machine's own strings untouched. */
  says: saidSchema,
  strength: z.enum(['proof', 'support', 'hint']),
});
export type Evidence = Immutable<z.infer<typeof evidenceSchema>>;

/** Items of the inventory that belong to a finding, by the identifier of their section. */
const partsSchema = z.object({
  programs: texts,
  productCodes: texts,
  services: texts,
  drivers: texts,
  processes: z.array(z.number().int()),
  vendorKeys: texts,
  folders: texts,
});
export type Parts = Immutable<z.infer<typeof partsSchema>>;

/** The sections that register a product. */
const registeringSectionSchema = z.enum(['programs', 'installerProducts', 'vendorKeys']);
export type RegisteringSection = z.infer<typeof registeringSectionSchema>;

/** A product, or the remains of one, with the reasons for saying so. */
export const findingSchema = z.object({
  /** Stable between two inventories of the same machine: the catalog row and what tells two copies apart. */
  id: text,
  productId: text,
  family: familySchema,
  /** The name as the machine shows it, else the catalog's. */
  name: text,
  version: text.nullable(),
  state: findingStateSchema,
  confidence: confidenceSchema,
  evidence: z.array(evidenceSchema),
  /** What was not read completely, so that the product may be registered there. Version 0.1.0 did not say so. */
  notRead: z.array(registeringSectionSchema).default([]),
  /** False when nothing that a public source confirms tells which product of the vendor it is. Version 0.1.0 did not say so. */
  identified: z.boolean().default(true),
  /** The security identifier of the one person for whom it is registered; null for what is the machine's. Version 0.1.0 did not say so. */
  person: text.nullable().default(null),
  parts: partsSchema,
  /** The parts of it that were installed, by the names of its package. Version 0.1.0 did not say so. */
  components: texts.default([]),
});
export type Finding = Immutable<z.infer<typeof findingSchema>>;
