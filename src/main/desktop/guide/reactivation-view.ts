import type { GuideSnapshot } from '../../../shared/contract/guide.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { isProtected } from '../../../shared/domain/protection/is-protected.ts';
import type { ReactivationPlan } from '../../../shared/domain/protection/reactivation.ts';
import { reactivationPlan } from '../../engine/protection/reactivation-plan.ts';
import { decisions } from '../../session/decisions.ts';

/** Nobody has asked for anything around the protection yet, or what was asked is about an earlier state. */
export const untouchedProtection = {
  recheck: { state: 'notBegun' },
  liveCheck: { state: 'notBegun' },
  reactivation: { plan: null, progress: { state: 'notBegun' } },
} as const satisfies Partial<GuideSnapshot>;

/** Why Microsoft Defender is off and what could be done; null while something protects the computer. */
export function neededReactivation(inventory: Inventory): ReactivationPlan | null {
  return isProtected(decisions.protection(inventory)) ? null : reactivationPlan(inventory);
}
