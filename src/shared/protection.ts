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

/** Whether an antivirus other than Kaspersky protects the machine, with the reasons in words. */
export interface Protection {
  readonly verdict: ProtectionVerdict;
  /** Names of the products that protect, as the machine shows them. */
  readonly products: readonly string[];
  readonly reasons: readonly string[];
}
