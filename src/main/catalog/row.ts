import type { SourceId } from './sources.ts';

/**
 * How far a fact can be trusted: `H` the vendor or two independent sources, `M` one credible source, `L` one
 * weak source, `U` not confirmed by anything public. `U` facts label and hint; they never prove anything.
 */
export type FactConfidence = 'H' | 'M' | 'L' | 'U';

/** Only what a source confirms may take something away. */
export function isConfirmed({ confidence }: Pick<Cited, 'confidence'>): boolean {
  return confidence === 'H' || confidence === 'M';
}

/** Where a row comes from and how far it can be trusted. */
export interface Cited {
  readonly confidence: FactConfidence;
  readonly sources: readonly SourceId[];
}

/** What no weaker source than that of {@link isConfirmed} may stand behind. */
export type Confirmed<Row extends Cited> = Row & { readonly confidence: 'H' | 'M' };

/** A regular expression source (flag `i`) with the trust in it. Exact patterns are anchored at both ends. */
export interface Pattern extends Cited {
  readonly match: string;
}
