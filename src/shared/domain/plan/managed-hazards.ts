import type { Owner } from './plan.ts';

/** What is said of a machine that a Security Center manages or managed, by whose it is. */
export const managedHazards = {
  unanswered: 'managed-by-security-center',
  employer: 'managed-by-employer',
  person: 'managed-before',
  administrator: 'managed-by-us',
} as const satisfies Record<Owner | 'unanswered', string>;

/** Whether a hazard is one of them; whoever sees it may say whose machine it is. */
export function isManaged(id: string): boolean {
  return Object.values(managedHazards).some((each) => each === id);
}
