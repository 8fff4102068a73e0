import type { ReactivationCause, Remedy } from '../../../shared/domain/protection/reactivation.ts';
import type { Step } from '../../../shared/domain/plan/step.ts';

/** What one rule of the reactivation plan found. */
export interface FoundCause {
  readonly cause: ReactivationCause | null;
  /** Nothing that Cutover could do would help before this is solved. */
  readonly blocks: boolean;
  readonly steps: readonly Step[];
}

type Cause = Pick<ReactivationCause, 'id' | 'subject'> &
  Partial<Pick<ReactivationCause, 'key' | 'managers'>>;

/** A cause that somebody else has to solve. */
export function solvedByOthers(
  cause: Cause,
  remedy: Exclude<Remedy, 'cutover'>,
  { blocks }: { readonly blocks: boolean },
): FoundCause {
  return { cause: { key: null, managers: [], ...cause, remedy }, blocks, steps: [] };
}

/** A cause that Cutover can solve. */
export function solvedByCutover(cause: Cause, ...steps: readonly Step[]): FoundCause {
  const found = { key: null, managers: [], ...cause, remedy: 'cutover' } as const;
  return { cause: found, blocks: false, steps };
}
