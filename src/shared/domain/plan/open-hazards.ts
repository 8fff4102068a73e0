import type { Hazard, Plan } from './plan.ts';

/** The one stop that a person makes themselves; it is lifted where it was made. */
export const stopByChoice = 'no-replacement';

/**
 * What still forbids to begin: every stop, and what a person has to do or accept until they have. The engine, the
 * window, the command line and the report ask this and nothing else. A password that was given ticks nothing off: it is
 * for products that take one, and this is about those that do not.
 */
export function openHazards({ hazards, choice }: Plan): readonly Hazard[] {
  return hazards.filter(
    ({ severity, id }) =>
      severity === 'stop' || (severity === 'todo' && !choice.acknowledged.includes(id)),
  );
}
