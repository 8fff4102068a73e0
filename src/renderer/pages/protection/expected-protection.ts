import type { GuideSnapshot } from '../../../shared/guide.ts';

/** What will protect the computer when Kaspersky is gone, as far as that can be said beforehand. */
export type ExpectedProtection = 'already' | 'defenderReturns' | 'nothing' | 'unchanged';

/** Read from the hazards of the plan, where the engine says whether anything takes over. */
export function expectedProtection({ scan, plan }: GuideSnapshot): ExpectedProtection {
  const ids = (plan?.hazards ?? []).map(({ id }) => id);
  if (ids.includes('no-replacement')) return 'nothing';
  if (ids.includes('defender-returns')) return 'defenderReturns';
  const verdict = scan.state === 'done' ? scan.protection.verdict : 'cannotTell';
  return verdict === 'protected' || verdict === 'signaturesOld' ? 'already' : 'unchanged';
}
