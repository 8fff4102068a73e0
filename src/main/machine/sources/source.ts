import type { Message } from '../../../shared/domain/message.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import type { SectionName } from '../../../shared/domain/sections.ts';

/** Another section of the same reading, which may still be going on. */
export type Look<N extends SectionName> = <K extends N>(name: K) => Promise<Inventory[K]>;

/** How one section is read. `Context` is what its source has at hand. */
export interface Collector<Context, K extends SectionName> {
  readonly collect: (
    context: Context,
    /** Milliseconds, for a collector that tells what it has when they are over. */
    timeLimitMs: number,
    look: Look<SectionName>,
  ) => Inventory[K] | Promise<Inventory[K]>;
  /** Sections that it looks into; they are read before it, or begun when they are read in the background. */
  readonly needs?: readonly SectionName[];
  /** Waits in threads of its own for others to answer: it is begun first, and the rest is read meanwhile. */
  readonly background?: true;
  /** After this it is left behind; {@link usualTimeLimitMs} when left out. */
  readonly timeLimitMs?: number;
}

/** Why a source cannot tell of a section. */
export interface NotHere {
  readonly notHere: Message;
}

/** Of each section, how it is read or why it is not there. */
export type Source<Context> = {
  readonly [K in SectionName]: Collector<Context, K> | NotHere;
};

/** A whole minute: whatever takes longer hangs. */
export const usualTimeLimitMs = 60_000;

/** A collector that looks into other sections, and into no others than those it names. */
export function after<Context, const N extends SectionName, K extends SectionName>(
  needs: readonly N[],
  collect: (
    context: Context,
    look: Look<N>,
    timeLimitMs: number,
  ) => Inventory[K] | Promise<Inventory[K]>,
): Collector<Context, K> {
  return { needs, collect: (context, timeLimitMs, look) => collect(context, look, timeLimitMs) };
}
