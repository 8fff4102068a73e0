import type { Finding } from '../../../shared/domain/finding.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { productById } from '../../catalog/products/products.ts';
import { executableSigns } from './executable-signs.ts';
import { findingOf } from './finding-of.ts';
import { groupSigns } from './group-signs.ts';
import { otherSigns } from './other-signs.ts';
import { registrationSigns } from './registration-signs.ts';
import { lookOn } from './look.ts';
import { processSigns } from './process-signs.ts';
import { serviceSigns } from './service-signs.ts';
import { traceSigns } from './trace-signs.ts';
import { unnamedSigns } from './unnamed-signs.ts';
import { withPerson } from './with-person.ts';
import { withDriverHosts } from './driver-hosts.ts';
import { proofBase } from './prove.ts';

/**
 * Finds every product of the catalog, and what remains of one, with the reasons for each. Pure; the result does
 * not depend on the order of the inventory's items, and grows linearly with them.
 */
export function detect(inventory: Inventory): Finding[] {
  const base = proofBase(inventory);
  const look = lookOn(base);
  const satellites = [
    ...serviceSigns(base, look),
    ...processSigns(base, look),
    ...traceSigns(inventory),
    ...otherSigns(base),
  ];
  const isPersons = withPerson(inventory);
  const [registrations, others] = [registrationSigns(base), satellites.map(isPersons)];
  const found = executableSigns(inventory).map(isPersons);
  const named = groupSigns(registrations, others);
  // Programs found one by one name no product: they take the place of nothing that lies in the vendor's keys and folders.
  const rest = named.length > 0 ? others : unnamedSigns(base);
  const isEnough = named.length > 0 && found.length === 0;
  const groups = isEnough ? named : groupSigns(registrations, [...rest, ...found]);
  return unique(
    withDriverHosts(groups, inventory)
      .map((group) => findingOf(group, base))
      .sort(inOrder),
  );
}

/** In the order of removal, then by id. */
function inOrder(a: Finding, b: Finding): number {
  const order = productById(a.productId).order - productById(b.productId).order;
  if (order !== 0) return order;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return JSON.stringify(a.parts) < JSON.stringify(b.parts) ? -1 : 1;
}

/** Two findings that nothing tells apart are numbered. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1;
    seen.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id}#${count}` };
  });
}
