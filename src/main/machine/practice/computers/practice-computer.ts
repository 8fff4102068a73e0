import { z } from 'zod';
import { inventorySchema } from '../../../../shared/domain/inventory-schema.ts';
import { secretRefSchema } from '../../../../shared/domain/action.ts';
import { liveCheckResultSchema } from '../../../../shared/domain/protection/live-check.ts';
import { bySection, sections, type SectionName } from '../../../../shared/domain/sections.ts';

type Refs = { [K in SectionName]: z.ZodOptional<z.ZodArray<z.ZodString>> };
type Items = {
  [K in SectionName]: z.ZodOptional<z.ZodArray<ReturnType<(typeof sections)[K]['item']>>>;
};

function itemsOf(name: SectionName): z.ZodType {
  return z.array(sections[name].item(z)).optional();
}

/**
 * What becomes different on a practice computer. `remove` names items by the identity of their section; a `*` at the
 * end takes everything that begins so. `put` adds an item or replaces the one with the same identity.
 */
export const changesSchema = z.object({
  remove: z.object(bySection<Refs>(() => z.array(z.string()).optional())).default({}),
  put: z.object(bySection<Items>(itemsOf)).default({}),
});
export type Changes = z.infer<typeof changesSchema>;

/** How an uninstaller ends. An exit code of 0 without changes is one that lies. */
const endSchema = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('exits'),
    exitCode: z.number().int(),
    message: z.string().nullable(),
  }),
  z.object({
    how: z.literal('hangs'),
    waitingFor: z.string(),
    /** Milliseconds after which it is given up where the time limit is longer than anybody practises. */
    lastsMs: z.number().nonnegative().optional(),
  }),
  z.object({ how: z.literal('crashes'), message: z.string() }),
]);

/** What one uninstaller does to a practice computer. */
const effectSchema = z.object({
  /** The action it answers: the product code of an MSI, the path of an uninstaller, or another kind of action. */
  match: z.union([
    z.object({ productCode: z.string() }),
    z.object({ program: z.string() }),
    /** `subject` is the service or value it is about; empty for an action without one. */
    z.object({ kind: z.string(), subject: z.string() }),
  ]),
  /** Answers only once the computer has been restarted that often; of several the last one answers. */
  afterRestarts: z.number().int().positive().optional(),
  /** Without it the uninstaller ends with 1603 and changes nothing. */
  password: z
    .object({
      secret: secretRefSchema,
      value: z.string(),
      message: z.string().nullable(),
    })
    .nullable(),
  /** What it shows while it works, and how long each takes on a real computer, in milliseconds. */
  stages: z.array(z.object({ text: z.string(), takesMs: z.number().nonnegative() })).min(1),
  end: endSchema,
  changes: changesSchema,
  /** What happens at the next restart of the computer. */
  atRestart: changesSchema.nullable(),
});
export type Effect = z.infer<typeof effectSchema>;

/** A recorded computer and what its uninstallers would change: everything that practice needs. */
export const practiceComputerSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  description: z.string(),
  inventory: inventorySchema,
  effects: z.array(effectSchema),
  /** What the live check would bring to light; else it follows from the list of Windows Security. */
  liveCheck: liveCheckResultSchema.optional(),
});
export type PracticeComputer = z.infer<typeof practiceComputerSchema>;
