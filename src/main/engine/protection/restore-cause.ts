import type { Remedy, RestoreCause, RestoreStep } from '../../../shared/domain/restore.ts';

/** What one rule of the restore plan found. */
export interface FoundCause {
  readonly cause: RestoreCause | null;
  /** Nothing that Cutover could do would help before this is solved. */
  readonly blocks: boolean;
  readonly steps: readonly RestoreStep[];
}

type CauseText = Omit<RestoreCause, 'remedy' | 'whoCanChange'>;

/** A cause that somebody else has to solve. */
export function solvedByOthers(
  cause: CauseText,
  remedy: Exclude<Remedy, 'cutover'>,
  whoCanChange: string,
  { blocks }: { readonly blocks: boolean },
): FoundCause {
  return { cause: { ...cause, remedy, whoCanChange }, blocks, steps: [] };
}

/** A cause that Cutover can solve. */
export function solvedByCutover(cause: CauseText, ...steps: readonly RestoreStep[]): FoundCause {
  return { cause: { ...cause, remedy: 'cutover', whoCanChange: null }, blocks: false, steps };
}
