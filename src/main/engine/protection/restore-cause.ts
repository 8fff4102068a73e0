import type { Remedy, RestoreCause, RestoreStep } from '../../../shared/domain/restore.ts';

/** What one rule of the restore plan found. */
export interface FoundCause {
  readonly cause: RestoreCause | null;
  /** Nothing that Cutover could do would help before this is solved. */
  readonly blocks: boolean;
  readonly steps: readonly RestoreStep[];
}

type Cause = Pick<RestoreCause, 'id' | 'subject'> & Partial<Pick<RestoreCause, 'key' | 'managers'>>;

/** A cause that somebody else has to solve. */
export function solvedByOthers(
  cause: Cause,
  remedy: Exclude<Remedy, 'cutover'>,
  { blocks }: { readonly blocks: boolean },
): FoundCause {
  return { cause: { key: null, managers: [], ...cause, remedy }, blocks, steps: [] };
}

/** A cause that Cutover can solve. */
export function solvedByCutover(cause: Cause, ...steps: readonly RestoreStep[]): FoundCause {
  const found = { key: null, managers: [], ...cause, remedy: 'cutover' } as const;
  return { cause: found, blocks: false, steps };
}
