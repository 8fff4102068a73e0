import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';

/** What will protect the computer when Kaspersky is gone, as far as that can be said beforehand. */
export type ExpectedProtection =
  | 'already'
  | 'defenderReturns'
  | 'reactivated'
  | 'nothing'
  | 'unchanged';

/** Read from the hazards of the plan, where the engine says whether anything takes over. */
export function expectedProtection(snapshot: GuideSnapshot): ExpectedProtection {
  const { scan, plan, protectionChoice } = snapshot;
  const ids = (plan?.hazards ?? []).map(({ id }) => id);
  if (ids.includes('no-replacement')) {
    return protectionChoice.reactivateDefender ? 'reactivated' : 'nothing';
  }
  if (ids.includes('defender-returns')) return 'defenderReturns';
  return scan.state === 'done' && isProtected(scan.protection) ? 'already' : 'unchanged';
}
