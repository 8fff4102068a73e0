import { whoCanChange } from '../../../../../src/shared/domain/protection/reactivation.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reactivationPlan } from '../../../../../src/main/engine/protection/reactivation-plan.ts';
import { practiceControl } from '../../../../../src/main/machine/practice/practice-control.ts';
import type {
  Performer,
  Switchboard,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import { performers } from '../../../../../src/main/machine/windows/performers.ts';
import type { Action } from '../../../../../src/shared/domain/action.ts';
import { managers, type Management } from '../../../../../src/shared/domain/management.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { defenderStatus } from '../../../../support/protected-machines.ts';

const state = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';

/** Mostly `no`, so that some computers are nobody's but their owner's. */
const answer = fc.oneof(
  { weight: 12, arbitrary: fc.constant('no' as const) },
  { weight: 1, arbitrary: fc.constantFrom('yes' as const, 'unknown' as const) },
);
const management = fc.record(
  Object.fromEntries(managers.map((manager) => [manager, answer])),
) as unknown as fc.Arbitrary<Management>;
const real = `\\Real-Time Protection`;
const place = fc.constantFrom(
  [state, 'PassiveMode'],
  [`${state}${real}`, 'DisableRealtimeMonitoring'],
  [policies, 'DisableAntiSpyware'],
  [policies, 'DisableAntiVirus'],
  [`${policies}${real}`, 'DisableRealtimeMonitoring'],
  [`${policies}${real}`, 'DisableIOAVProtection'],
  [
    'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection',
    'ForceDefenderPassiveMode',
  ],
);
const setting = fc.record({
  place,
  data: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constantFrom<string | number>(0, 2, '1') },
  ),
  inLocalPolicy: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constantFrom(true, null) },
  ),
});
const tamper = fc.option(fc.constantFrom(0, 4, 5), { nil: null });

/** Computers whose Defender does not run, with every kind of reason for it. */
const computers = fc
  .record({
    management: fc.option(management, { nil: undefined, freq: 5 }),
    edition: fc.constantFrom('client', 'client', 'server', 'unknown'),
    settings: fc.uniqueArray(setting, {
      maxLength: 4,
      selector: (each) => each.place.join('\\'),
    }),
    tamper,
    start: fc.constantFrom('disabled', 'demand', 'auto'),
    other: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('ESET Security', 'Kaspersky') },
    ),
  })
  .map((facts) => {
    const settings = facts.settings.map(({ place: [key = '', name = ''], data, ...rest }) => {
      const item = { key, name, data };
      return key.includes('\\Policies\\') ? { ...item, inLocalPolicy: rest.inLocalPolicy } : item;
    });
    const features = { key: `${state}\\Features`, name: 'TamperProtection' };
    const known = facts.management;
    return inventoryOf({
      machine: { edition: facts.edition, ...(known && { management: known }) },
      services: [{ name: 'WinDefend', state: 'stopped', start: facts.start }],
      securityProducts: facts.other === null ? [] : [{ name: facts.other, state: 'on' }],
      defenderStatus: defenderStatus({ AMRunningMode: 'Not running' }),
      defender: [
        ...settings,
        ...(facts.tamper === null ? [] : [{ ...features, data: facts.tamper }]),
      ],
    });
  });

const runs = { numRuns: 1000 };
const isPolicyAction = (key: string) => key.includes('\\Policies\\');

describe('reactivationPlan', () => {
  it('plans nothing that the executor would refuse on the same computer', () => {
    fc.assert(
      fc.property(computers, (inventory) => {
        const here = {
          control: practiceControl(
            () => inventory,
            () => undefined,
          ),
          describeError: String,
          lookAgainMs: 0,
          settleMs: 0,
        };
        const refusals = reactivationPlan(inventory).steps.flatMap(({ action }) => {
          const performer = performers[action.kind] as Performer<Action, Switchboard>;
          return performer.refuse(action, here) ?? [];
        });
        expect(refusals).toEqual([]);
      }),
      runs,
    );
  });

  it('removes a value only as it is, and a policy only where nobody else can have set it', () => {
    let policiesRemoved = 0;
    fc.assert(
      fc.property(computers, (inventory) => {
        for (const { action } of reactivationPlan(inventory).steps) {
          if (action.kind !== 'removeRegistryValue') continue;
          const item = inventory.defender.items.find(
            ({ key, name }) => key === action.key && name === action.name,
          );
          expect(item?.data).toBe(action.expectedData);
          if (!isPolicyAction(action.key)) continue;
          policiesRemoved += 1;
          const answers = Object.values(inventory.machine.management ?? { nobody: 'asked' });
          expect([new Set(answers), item?.inLocalPolicy]).toEqual([new Set(['no']), false]);
        }
      }),
      runs,
    );
    expect(policiesRemoved).toBeGreaterThan(20);
  });

  it('names for every cause who can change it, or has the step itself', () => {
    fc.assert(
      fc.property(computers, (inventory) => {
        const { causes } = reactivationPlan(inventory);
        const wrong = causes.filter(
          (cause) => (cause.remedy === 'cutover') !== (whoCanChange(cause).length === 0),
        );
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  it('does nothing beside another antivirus', () => {
    fc.assert(
      fc.property(computers, (inventory) => {
        const { causes, steps } = reactivationPlan(inventory);
        const beside = causes.some(({ id }) => id === 'otherAntivirus' || id === 'kasperskyThere');
        expect(beside ? steps : []).toEqual([]);
      }),
      runs,
    );
  });
});
