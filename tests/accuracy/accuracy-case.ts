import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { familySchema } from '../../src/shared/domain/finding.ts';
import type { Inventory } from '../../src/shared/domain/inventory.ts';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import { sectionNames } from '../../src/shared/domain/sections.ts';
import { type InventoryFacts, inventoryOf, signedBy } from '../support/inventory-builder.ts';

const folder = import.meta.dirname;
const text = z.string();
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value) => [value].flat() as z.output<T>[]);

/** A product that has to be found, and what has to be said of it. Where several answers are right, all are listed. */
const expectationSchema = z.strictObject({
  family: oneOrMore(familySchema),
  product: text.optional(),
  state: oneOrMore(text).optional(),
  conf: z.array(text).optional(),
  parts: z.record(text, z.array(text)).default({}),
  /** A step removes it when everything is chosen. */
  removable: z.boolean().optional(),
  byDefault: z.boolean().optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

const item = z.record(text, z.unknown());
const caseSchema = z.looseObject({
  id: text,
  source: text,
  note: text.optional(),
  /** A whole inventory in the folder `reports`; without it the sections stand in the case. */
  inventory: text.optional(),
  machine: item.default({}),
  /** What the record does not hold. */
  unread: z.array(z.enum(sectionNames)).default([]),
  drivers: z.array(item).default([]),
  services: z.array(item).default([]),
  files: z.array(item).default([]),
  vendorFolders: z.array(item).default([]),
  wmiSecurityProducts: z.array(item).default([]),
  expect: z.array(expectationSchema),
  /** Families of which more may be found. */
  allowExtra: z.array(familySchema).default([]),
  /** Verdicts on the replacement that are right. */
  protection: z.array(text).optional(),
  /** Reasons that have to be among those of the findings, as kind and item. */
  evidence: z.array(text).default([]),
  hazards: z.array(text).default([]),
  /** Everything that is dangerous, in its order; where it is not written down, nothing may be. */
  dangers: z.array(text).default([]),
});
type CaseFacts = z.infer<typeof caseSchema>;

/** A public record or report, and what is right to say about it. */
export interface AccuracyCase extends Pick<
  CaseFacts,
  'id' | 'source' | 'expect' | 'allowExtra' | 'protection' | 'evidence' | 'hazards' | 'dangers'
> {
  /** The list it stands in. */
  readonly list: string;
  readonly inventory: Inventory;
}

let known: readonly AccuracyCase[] | undefined;

/** Every case of the project, list by list; read once. */
export function accuracyCases(): readonly AccuracyCase[] {
  return (known ??= readCases());
}

function readCases(): readonly AccuracyCase[] {
  const records = readdirSync(join(folder, 'records')).sort();
  return [...records.map((name) => `records/${name}`), 'reports.json'].flatMap((path) =>
    z
      .array(caseSchema)
      .parse(json(path))
      .map((facts) => ({ ...facts, list: path, inventory: inventoryOfCase(facts) })),
  );
}

function inventoryOfCase(facts: CaseFacts): Inventory {
  const inventory =
    facts.inventory === undefined
      ? inventoryOf(factsOf(facts))
      : json(`reports/${facts.inventory}`);
  return inventorySchema.parse(inventory);
}

/** What is not written down takes the value it has on an ordinary machine. */
function factsOf(facts: CaseFacts): InventoryFacts {
  const wholeSections = {
    ...facts,
    services: [...facts.services, ...facts.drivers.map(driverOf)],
    files: facts.files.map(fileOf),
    vendorFolders: facts.vendorFolders.map(vendorFolderOf),
    wmiSecurityProducts: facts.wmiSecurityProducts.map(wmiRowOf),
    unreadable: facts.unread,
  };
  return wholeSections as unknown as InventoryFacts;
}

function driverOf(driver: Record<string, unknown>): object {
  const imageFile = `C:\\Windows\\System32\\drivers\\${String(driver['name'])}.sys`;
  return { kind: 'fileSystemDriver', start: 'system', imageFile, imageExists: true, ...driver };
}

function fileOf({ signer, ...file }: Record<string, unknown>): object {
  return { ...file, signature: typeof signer === 'string' ? signedBy(signer) : null };
}

function vendorFolderOf(listing: Record<string, unknown>): object {
  const entries = (listing['entries'] as readonly string[]).map((path) =>
    path.endsWith('\\')
      ? { path: path.slice(0, -1), kind: 'folder', size: 0 }
      : { path, kind: 'file', size: 1000 },
  );
  return { ...listing, entries };
}

function wmiRowOf(row: Record<string, unknown>): object {
  const unknown = { reportingPath: null, productPath: null, guid: null, timestamp: null };
  return { provider: 'antivirus', ...unknown, ...row };
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}
