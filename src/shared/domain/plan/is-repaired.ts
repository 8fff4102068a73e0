import type { Danger } from './danger.ts';
import type { Plan } from './plan.ts';

/**
 * Whether the run that is planned mends a danger. Where one of several at the same place is left to the person, all of
 * them are told by hand.
 */
export function isRepaired(
  { id, seenIn }: Pick<Danger, 'id' | 'seenIn'>,
  { steps, notRepaired }: Pick<Plan, 'steps' | 'notRepaired'>,
): boolean {
  const isLeft = notRepaired.some(
    (left) =>
      left.danger === id && left.seenIn.kind === seenIn.kind && left.seenIn.ref === seenIn.ref,
  );
  return !isLeft && steps.some(({ phase }) => phase === 'clean');
}
