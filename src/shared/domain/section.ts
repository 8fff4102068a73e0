import type { z } from 'zod';
import type { gapReasonSchema, gapSchema, sectionStateSchema } from './inventory-schema.ts';

/** How a part of the inventory that could not be read is told, and how far one can be believed: see `inventory-schema.ts`. */
export type GapReason = z.infer<typeof gapReasonSchema>;
export type Gap = z.infer<typeof gapSchema>;
export type SectionState = z.infer<typeof sectionStateSchema>;

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
