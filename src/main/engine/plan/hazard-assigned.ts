import type { Finding } from '../../../shared/domain/finding.ts';
import { normaliseProductCode } from '../../../shared/windows/product-code.ts';
import { isTitle, rowByCode } from '../detect/vendor/matchers.ts';
import type { HazardContext, Seen } from './hazards.ts';

/**
 * Software of the vendor that an organization assigns to the computer. Any product that comes back can bring the others
 * along, as the agent does. It comes also to a computer that has nothing of the vendor now.
 */
export function assignedByPolicy({ inventory, findings, removed }: HazardContext): Seen | null {
  const codes = new Set(findings.flatMap(({ parts }) => parts.productCodes));
  const ours = inventory.assignedSoftware.items.filter(({ name, productCode }) => {
    const code = normaliseProductCode(productCode ?? '');
    const isKnown = code !== null && (codes.has(code) || rowByCode(code) !== null);
    return isKnown || isTitle(name);
  });
  if ((removed.length === 0 && findings.some(isThere)) || ours.length === 0) return null;
  const evidence = ours.map(({ name, policyName, key }) =>
    policyName ? `${name ?? key} (${policyName})` : (name ?? key),
  );
  return { findings: removed, evidence };
}

function isThere({ state }: Finding): boolean {
  return state !== 'leftover';
}
