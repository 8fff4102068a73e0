import { z } from 'zod';
import { saidSchema } from './message-schema.ts';

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
export type GapReason = z.infer<typeof gapReasonSchema>;

/** One thing that could not be read. `subject` names it as the system does (a key, a path, a class). */
export const gapSchema = z.object({
  subject: z.string(),
  reason: gapReasonSchema,
  /** What is wrong with it, or what the system said. */
  detail: saidSchema,
  /** True when administrator rights would have made it readable. */
  needsAdministrator: z.boolean(),
});
export type Gap = z.infer<typeof gapSchema>;

/**
 * How far a section of the inventory can be believed:
 * `read` (complete, with items), `empty` (complete, nothing there), `partial` (items or silence, with gaps),
 * `unreadable` (nothing could be read, so an empty list means "not known", never "absent").
 */
export const sectionStateSchema = z.enum(['read', 'empty', 'partial', 'unreadable']);
export type SectionState = z.infer<typeof sectionStateSchema>;

/** A section with items of this kind. */
export function sectionSchema<T extends z.ZodType>(item: T) {
  return z.object({ state: sectionStateSchema, items: z.array(item), gaps: z.array(gapSchema) });
}
export type SectionSchema<T extends z.ZodType> = ReturnType<typeof sectionSchema<T>>;

export interface Section<T> {
  readonly state: SectionState;
  readonly items: readonly T[];
  readonly gaps: readonly Gap[];
}

/** A section as a document holds it. */
type Whole<T> = { state: SectionState; items: T[]; gaps: Gap[] };

/** A section that was read; its state follows from what was found and what was missed. */
export function readSection<T>(items: T[], gaps: Gap[] = []): Whole<T> {
  if (gaps.length > 0) return { state: 'partial', items, gaps };
  return { state: items.length > 0 ? 'read' : 'empty', items, gaps };
}

/** A section of which nothing could be read. */
export function unreadableSection(...gaps: Gap[]): Whole<never> {
  return { state: 'unreadable', items: [], gaps };
}

/** Parts of one section that were read in several places; it is unreadable only when each of them is. */
export function joinSections<T>(...parts: readonly Whole<T>[]): Whole<T> {
  const gaps = parts.flatMap((part) => part.gaps);
  return parts.every(({ state }) => state === 'unreadable')
    ? unreadableSection(...gaps)
    : readSection(
        parts.flatMap((part) => part.items),
        gaps,
      );
}

/** The same section with more that is missing from it. */
export function withGaps<T>(section: Whole<T>, added: readonly Gap[]): Whole<T> {
  const gaps = [...section.gaps, ...added];
  return section.state === 'unreadable' ? { ...section, gaps } : readSection(section.items, gaps);
}

/** True when the absence of an item from this section proves that the machine does not have it. */
export function isComplete(section: Section<unknown>): boolean {
  return section.state === 'read' || section.state === 'empty';
}
