import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../../src/main/engine/detect/detect.ts';
import { plan } from '../../../../src/main/engine/plan/plan.ts';
import type { Action } from '../../../../src/shared/domain/action.ts';
import type { Choice } from '../../../../src/shared/domain/plan/plan.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import { findingIdOf } from '../../../../src/shared/domain/plan/step-about.ts';
import { anyInventory } from '../../../support/any-inventory.ts';

const choice: fc.Arbitrary<Choice> = fc.record({
  phases: fc.constant(['remove'] as const),
  undoes: fc.constant(null),
  only: fc.option(fc.subarray(['antivirus', 'vpn', 'kaspersky-other']), { nil: null }),
  include: fc.subarray(['embeddedEngine', 'successor', 'vpn', 'kaspersky-drivers']),
  all: fc.boolean(),
  owner: fc.constantFrom(null, 'person', 'administrator', 'employer'),
  acknowledged: fc.constant([]),
  login: fc.option(fc.string(), { nil: null }),
  timeLimitMs: fc.constant(null),
  strictRemains: fc.boolean(),
  onlyDangerous: fc.boolean(),
  requireReplacement: fc.boolean(),
});

const protectedFolder =
  /^[a-z]:\\Program Files(?: \(x86\))?\\Kaspersky ?Lab\\[^\\]+\\(?:[^\\]+\\)*[^\\]+\.exe$/i;

function isAllowed(action: Action, inventory: Inventory): boolean {
  if (action.kind === 'uninstallMsi') {
    return inventory.installerProducts.items.some(
      ({ productCode, state, context, publisher }) =>
        productCode.trim().toUpperCase().endsWith(action.productCode) &&
        state === 'installed' &&
        context !== 'userUnmanaged' &&
        publisher !== 'Acme',
    );
  }
  return (
    action.kind === 'runUninstaller' &&
    protectedFolder.test(action.program) &&
    !action.program.includes('..') &&
    action.args.every((arg) => /^[/-]/.test(arg) && !/[&|<>^"%]|\\\\/.test(arg))
  );
}

describe('plan', () => {
  it('contains only proven product codes and programs in a protected folder of the vendor', () => {
    let steps = 0;
    fc.assert(
      fc.property(anyInventory, choice, (inventory, wanted) => {
        const result = plan(inventory, detect(inventory), wanted);
        steps += result.steps.length;
        expect(result.steps.filter(({ action }) => !isAllowed(action, inventory))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    // The arbitrary must be good enough to yield steps at all.
    expect(steps).toBeGreaterThan(100);
  });

  it('accounts for every finding, by a step or by a reason', () => {
    fc.assert(
      fc.property(anyInventory, choice, (inventory, wanted) => {
        const findings = detect(inventory);
        const { steps, kept } = plan(inventory, findings, wanted);
        const chosen = steps.flatMap((step) => findingIdOf(step) ?? []);
        const told = [...chosen, ...kept.map(({ findingId }) => findingId)];
        expect(told.sort()).toEqual(findings.map(({ id }) => id).sort());
      }),
      { numRuns: 400 },
    );
  });
});
