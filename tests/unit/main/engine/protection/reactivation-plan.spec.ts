import { describe, expect, it } from 'vitest';
import type { Management } from '../../../../../src/shared/domain/management.ts';
import {
  whoCanChange,
  type Remedy,
} from '../../../../../src/shared/domain/protection/reactivation.ts';
import { reactivationPlan } from '../../../../../src/main/engine/protection/reactivation-plan.ts';
import { inventoryOf, type InventoryFacts } from '../../../../support/inventory-builder.ts';
import { home, merge } from '../../../../support/kaspersky-machines.ts';
import { defenderAtWork, defenderStatus, wmiRow } from '../../../../support/protected-machines.ts';

const off = {
  services: [{ name: 'WinDefend', state: 'stopped', start: 'demand' }],
  defenderStatus: defenderStatus({
    AMRunningMode: 'Not running',
    DefenderSignaturesOutOfDate: true,
  }),
} satisfies InventoryFacts;
const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const realTime = `${key}\\Real-Time Protection`;
const setting = (data: number | string): InventoryFacts => ({
  defender: [{ key: realTime, name: 'DisableRealtimeMonitoring', data }],
});
const tamperProtected = {
  defender: [{ key: `${key}\\Features`, name: 'TamperProtection', data: 5 }],
} satisfies InventoryFacts;
const policy = (name: string): InventoryFacts => ({
  defender: [{ key: policies, name, data: 1 }],
});
/** Nobody but its owner decides over the computer. */
const own = {
  machine: {
    management: {
      domain: 'no',
      cloud: 'no',
      deviceManagement: 'no',
      configurationManager: 'no',
      defenderForEndpoint: 'no',
    },
  },
} satisfies InventoryFacts;
const ownOf = (edition: 'server' | 'unknown'): InventoryFacts => ({
  machine: { ...own.machine, edition },
});
const managedBy = (facts: Partial<Management>): InventoryFacts => ({
  machine: { management: { ...own.machine.management, ...facts } },
});
const localPolicy = (inLocalPolicy: boolean | null): InventoryFacts => ({
  defender: [{ key: policies, name: 'DisableAntiSpyware', data: 1, inLocalPolicy }],
});
const disabled = {
  services: [
    { name: 'WinDefend', state: 'stopped', start: 'disabled' },
    { name: 'WdFilter', kind: 'fileSystemDriver', state: 'stopped', start: 'disabled' },
  ],
} satisfies InventoryFacts;
const other = {
  securityProducts: [{ name: 'ESET Security', state: 'on' }],
} satisfies InventoryFacts;
const deadRow = {
  securityProducts: [{ name: 'Kaspersky', state: 'off' }],
  wmiSecurityProducts: [wmiRow('Kaspersky', 262_160)],
} satisfies InventoryFacts;
const windows7 = { machine: { osBuild: '7601.24214' } } satisfies InventoryFacts;
const server2008 = {
  machine: { edition: 'server', osBuild: '7601' },
} satisfies InventoryFacts;
const server2012 = {
  machine: { edition: 'server', osBuild: null, osVersion: '6.3.9600' },
} satisfies InventoryFacts;
const server = { machine: { edition: 'server' } } satisfies InventoryFacts;

const start = ['startService', 'updateDefenderSignatures'];
const usual = ['serviceStopped', 'signaturesOld'];

const shortOf = (facts: InventoryFacts) => {
  const { causes, steps } = reactivationPlan(inventoryOf(facts));
  return { causes: causes.map(({ id }) => id), steps: steps.map(({ action }) => action.kind) };
};

describe('reactivationPlan', () => {
  it.each<[string, InventoryFacts, readonly string[], readonly string[]]>([
    ['nothing where Defender is at work', defenderAtWork, [], []],
    ['a stopped service', off, usual, start],
    [
      'disabled services',
      disabled,
      ['serviceDisabled', 'serviceDisabled'],
      ['setServiceStart', 'setServiceStart', ...start],
    ],
    [
      'a setting of this computer',
      merge(off, setting(1)),
      ['localSetting', ...usual],
      ['removeRegistryValue', ...start],
    ],
    [
      'a setting that tamper protection guards',
      merge(off, setting(1), tamperProtected),
      ['localSetting', ...usual],
      start,
    ],
    [
      'a setting of an unexpected type',
      merge(off, setting('1')),
      ['localSetting', ...usual],
      start,
    ],
    ['a setting that is not set', merge(off, setting(0)), usual, start],
    ['a policy', merge(off, policy('DisableRealtimeMonitoring')), ['policy', ...usual], []],
    [
      'a policy for passive mode',
      merge(off, policy('ForceDefenderPassiveMode')),
      ['policy', ...usual],
      [],
    ],
    [
      'a policy that a client ignores',
      merge(off, policy('DisableAntiSpyware')),
      ['policy', ...usual],
      start,
    ],
    [
      'the same policy on a server',
      merge(off, policy('DisableAntiSpyware'), server),
      ['policy', ...usual],
      [],
    ],
    ['another antivirus', merge(off, other), ['otherAntivirus', ...usual], []],
    ['a dead row', merge(off, deadRow), ['deadRow', ...usual], start],
    ['a server without the feature', server, ['featureMissing'], []],
    ['Windows 7, whose Defender is no antivirus', merge(off, windows7), ['onlyAntispyware'], []],
    ['a server of that time', merge(off, server2008), ['onlyAntispyware'], []],
    ['a server before 2016', server2012, ['notInWindows'], []],
    ['the same with Defender for Endpoint', merge(off, server2012), usual, start],
    ['services that nobody could read', { unreadable: ['services'] }, ['notKnown'], []],
  ])('answers %s', (_name, facts, causes, steps) => {
    expect(shortOf(facts)).toEqual({ causes, steps });
  });

  it.each([
    ['a disabled service', disabled, 'serviceDisabled', 'restartInWindowsSecurity'],
    ['a setting of its own', merge(off, setting(1)), 'localSetting', 'tryThenWindowsSecurity'],
  ] as const)(
    'tries %s, which Windows mostly refuses, and does not promise it',
    (_what, facts, id, remedy) => {
      const { causes } = reactivationPlan(inventoryOf(facts));
      const found = causes.filter((cause) => cause.id === id);
      expect(new Set(found.map((cause) => cause.remedy))).toEqual(new Set([remedy]));
    },
  );

  const bySomebodyElse = (facts: InventoryFacts) => {
    const { causes, steps } = reactivationPlan(inventoryOf(facts));
    const cause = causes.find(({ id }) => id === 'policy');
    return [cause?.remedy, steps.some(({ action }) => action.kind === 'removeRegistryValue')];
  };

  it.each<[string, InventoryFacts, Remedy]>([
    ['of a domain', managedBy({ domain: 'yes' }), 'organisation'],
    ['of a cloud', managedBy({ cloud: 'yes' }), 'organisation'],
    ['of device management', managedBy({ deviceManagement: 'yes' }), 'organisation'],
    ['of Configuration Manager', managedBy({ configurationManager: 'yes' }), 'organisation'],
    ['of Defender for Endpoint', managedBy({ defenderForEndpoint: 'yes' }), 'organisation'],
    ['of a computer that may be in a domain', managedBy({ domain: 'unknown' }), 'organisation'],
    ['of a computer nobody asked', {}, 'organisation'],
    ['of an edition nobody knows', ownOf('unknown'), 'organisation'],
    ['that the local policy writes', merge(own, localPolicy(true)), 'localPolicyEditor'],
    ['that the local policy may write', merge(own, localPolicy(null)), 'localPolicyEditor'],
    ['that is guarded', merge(own, tamperProtected), 'turnOnInWindowsSecurity'],
    [
      'that is a text',
      merge(own, {
        defender: [{ key: policies, name: 'DisableAntiVirus', data: '1', inLocalPolicy: false }],
      }),
      'byHand',
    ],
  ])('leaves a policy alone %s, and says who can change it', (_what, facts, remedy) => {
    const policyThere = facts.defender?.some(({ key: place }) => place === policies) === true;
    const whole = merge(off, facts, policyThere ? {} : localPolicy(false));
    expect(bySomebodyElse(whole)).toEqual([remedy, false]);
  });

  it.each<[string, InventoryFacts]>([
    ['a client', own],
    ['a server', ownOf('server')],
  ])('takes back a policy that only %s itself can have made', (_what, facts) => {
    const { steps, causes } = reactivationPlan(inventoryOf(merge(off, facts, localPolicy(false))));
    expect([steps[0], causes[0]?.remedy, steps.length]).toEqual([
      {
        id: `reactivate:removeRegistryValue:${policies}\\DisableAntiSpyware`,
        phase: 'reactivate',
        about: { kind: 'defender' },
        doneWhen: { kind: 'valueIs', key: policies, name: 'DisableAntiSpyware', data: null },
        timeLimitMs: 600_000,
        action: {
          kind: 'removeRegistryValue',
          key: policies,
          name: 'DisableAntiSpyware',
          expectedData: 1,
        },
      },
      'cutover',
      3,
    ]);
  });

  it('never takes back passive mode, which an organisation asks for', () => {
    const passive = {
      defender: [
        {
          key: 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection',
          name: 'ForceDefenderPassiveMode',
          data: 1,
          inLocalPolicy: false,
        },
      ],
    } satisfies InventoryFacts;
    expect(bySomebodyElse(merge(off, own, passive))).toEqual(['organisation', false]);
  });

  it('names who can change each cause, or changes it itself', () => {
    const { causes } = reactivationPlan(
      inventoryOf(merge(off, setting(1), localPolicy(false), deadRow)),
    );
    const split = causes.map((cause) => [
      cause.remedy === 'cutover',
      whoCanChange(cause).length === 0,
    ]);
    expect(split.every(([ours, nobody]) => ours === nobody)).toBe(true);
  });

  it('does nothing while Kaspersky protects', () => {
    const { causes, steps } = shortOf(
      merge(home, off, {
        securityProducts: [{ name: 'Kaspersky' }],
        services: [{ name: 'AVP21.19' }],
      }),
    );
    expect([causes.includes('kasperskyThere'), steps]).toEqual([true, []]);
  });

  it('names who can change what Cutover must not', () => {
    const { causes } = reactivationPlan(
      inventoryOf(merge(off, setting(1), tamperProtected, policy('DisableAntiSpyware'), deadRow)),
    );
    const open = causes.filter((cause) => whoCanChange(cause).length > 0);
    expect(open.map(({ id }) => id)).toEqual(['policy', 'deadRow', 'localSetting']);
  });

  it('says what the value holds, so that nothing else is removed', () => {
    const [first] = reactivationPlan(inventoryOf(merge(off, setting(1)))).steps;
    expect(first?.action).toEqual({
      kind: 'removeRegistryValue',
      key: realTime,
      name: 'DisableRealtimeMonitoring',
      expectedData: 1,
    });
  });
});
