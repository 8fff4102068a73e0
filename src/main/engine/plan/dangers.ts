import type { Danger } from '../../../shared/domain/plan/danger.ts';
import { dangerIds } from '../../../shared/domain/plan/danger-ids.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { dangerRules } from './danger-rules.ts';

/**
 * What of the vendor hurts by being there, the worst first. Pure rules over the inventory; `findings` only tell whether
 * a product that it belongs to is still installed.
 */
export function dangers(inventory: Inventory, findings: readonly Finding[]): readonly Danger[] {
  return dangerIds.flatMap((id) => dangerRules[id]({ inventory, findings }));
}
