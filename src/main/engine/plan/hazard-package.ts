import { findingIdOf } from '../../../shared/domain/plan/step-about.ts';
import type { Inventory } from '../../../shared/domain/inventory.ts';
import { message } from '../../../shared/domain/message.ts';
import { isComplete } from '../../../shared/domain/section.ts';
import { normaliseProductCode } from '../../../shared/windows/product-code.ts';
import type { Hazard } from '../../../shared/domain/plan/plan.ts';
import { isOnePersons } from '../detect/prove.ts';
import type { HazardContext, Seen } from './hazards.ts';

/** Windows Installer has lost its own copy of the package of something that goes. */
export function missingPackage(context: HazardContext): Seen | null {
  return seenIn(context, (code) => [code]);
}

/**
 * The package of something that goes would come from a place where others than administrators may put one: what lies
 * there decides what runs with our rights. Where nobody knows who may, it counts as such a place.
 */
export function openSource(context: HazardContext): Seen | null {
  const { packageSources } = context.inventory;
  return seenIn(context, (code) => {
    const lists = packageSources.items.filter((item) => codeOf(item.productCode) === code);
    const open = lists
      .flatMap(({ sources }) => sources)
      .filter(({ writers }) => writers !== 'administrators')
      .map(({ place }) => place);
    const isKnown = lists.length > 0 && isComplete(packageSources);
    return open.length > 0 || isKnown ? open : [message('section.packageSources')];
  });
}

function seenIn(
  { inventory, removed, steps }: HazardContext,
  evidenceOf: (code: string) => Hazard['evidence'],
): Seen | null {
  const missing = lostPackages(inventory);
  const affected = steps.flatMap((step) => {
    const { action } = step;
    if (action.kind !== 'uninstallMsi' || !missing.has(action.productCode)) return [];
    // It is put back before anything else happens, or nothing happens: Windows has nothing to look for.
    if (action.handedIn !== undefined) return [];
    const evidence = evidenceOf(action.productCode);
    return evidence.length === 0 ? [] : [{ id: findingIdOf(step), evidence }];
  });
  if (affected.length === 0) return null;
  return {
    findings: removed.filter(({ id }) => affected.some((each) => each.id === id)),
    evidence: affected.flatMap(({ evidence }) => evidence),
  };
}

/** The product codes of the machine's products whose package Windows Installer has lost. */
export function lostPackages({ installerProducts }: Inventory): ReadonlySet<string> {
  return new Set(
    installerProducts.items
      .filter((product) => product.localPackageExists === false && !isOnePersons(product))
      .map(({ productCode }) => codeOf(productCode)),
  );
}

function codeOf(productCode: string): string {
  return normaliseProductCode(productCode) ?? '';
}
