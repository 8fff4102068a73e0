/**
 * `cannotTell` is the honest answer whenever a source that could have said otherwise was not readable.
 * Kaspersky never counts as protection.
 */
export type ProtectionVerdict =
  | 'protected'
  | 'signaturesOld'
  | 'notProtecting'
  | 'onlyKaspersky'
  | 'unprotected'
  | 'cannotTell';

/** What one source says. A source that failed is `unknown`, never good; `notThere` knows of nothing. */
export type SourceAnswer = 'protects' | 'doesNotProtect' | 'unknown' | 'notThere';

/** One independent source of the verdict, in the words of the page that a person could look it up on. */
export interface ProtectionSource {
  readonly source: string;
  readonly answer: SourceAnswer;
  /** One or more sentences. */
  readonly detail: string;
}

/** Whether an antivirus other than Kaspersky protects the machine, with the reasons in words. */
export interface Protection {
  readonly verdict: ProtectionVerdict;
  /** Names of the products that protect, as the machine shows them. */
  readonly products: readonly string[];
  readonly reasons: readonly string[];
  /** Every source that was asked, also those that could not answer. */
  readonly sources: readonly ProtectionSource[];
  /** Sentences that name sources which contradict each other; empty when none do. */
  readonly disagreements: readonly string[];
}
