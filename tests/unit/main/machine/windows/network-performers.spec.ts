import { describe, expect, it } from 'vitest';
import type {
  NetworkBench,
  NetworkEntry,
  NetworkPackage,
} from '../../../../../src/main/machine/windows/perform/network-control.ts';
import {
  carryOut,
  type Performer,
} from '../../../../../src/main/machine/windows/perform/performer.ts';
import { performers } from '../../../../../src/main/machine/windows/performers.ts';
import type { Action, ActionOf, Before } from '../../../../../src/shared/domain/action.ts';

const classGuid = '{4D36E974-E325-11CE-BFC1-08002BE10318}';
const instanceGuid = '{5CBF81BF-5055-47CD-9055-A76B2B4E3699}';
const instanceKey = `HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network\\${classGuid}\\${instanceGuid}`;
const component = { componentId: 'kl_filter', instanceKey, service: 'klim6' };
const description = 'Kaspersky Lab NDIS 6 Filter';
const remove: ActionOf<'removeNetworkComponent'> = { kind: 'removeNetworkComponent', ...component };
const install: ActionOf<'installNetworkComponent'> = {
  kind: 'installNetworkComponent',
  ...component,
  description,
};
const entry: NetworkEntry = { componentId: 'KL_FILTER', service: 'KLIM6', description };
const vendors: NetworkPackage = { inf: 'oem7.inf', provider: 'Kaspersky Lab' };
const gone = { isDriver: true, imagePath: null, imageExists: false, isDone: false, running: false };
const denied = { code: 5 } as const;

interface Facts {
  readonly entry?: NetworkEntry | null | typeof denied;
  readonly from?: NetworkPackage | null | typeof denied;
  readonly driver?: Partial<typeof gone> | null | typeof denied;
  readonly known?: boolean | null;
}

/** Performs on a computer that notes what Windows was asked to do, and what had been remembered at that moment. */
async function run(action: Action, facts: Facts = {}) {
  let remembered: Before | null = null;
  const done: unknown[] = [];
  const asked = <T>(value: T | typeof denied) =>
    typeof value === 'object' && value !== null && 'code' in value ? value : { value };
  const { driver = gone } = facts;
  const here = {
    describeError: String,
    repair: {
      driver: () =>
        driver === null || 'code' in driver ? asked(driver) : { value: { ...gone, ...driver } },
    },
    network: {
      component: () => asked(facts.entry === undefined ? entry : facts.entry),
      isKnown: () => (facts.known === undefined ? false : facts.known),
      packageOf: () => asked(facts.from === undefined ? vendors : facts.from),
      change: async (change: unknown) => {
        done.push(change, remembered);
        return await Promise.resolve({ ended: 'exited', exitCode: 0 } as const);
      },
    },
  } as unknown as NetworkBench;
  const context = {
    signal: new AbortController().signal,
    remember: (before: Before) => {
      remembered = before;
    },
  } as unknown as Parameters<typeof carryOut>[2];
  const performer = performers[action.kind] as unknown as Performer<Action, NetworkBench>;
  const { message = [] } = await carryOut(performer, action, context, here);
  return { why: message.map(({ id }) => id), done };
}

const why = async (action: Action, ...facts: readonly Facts[]) =>
  (await Promise.all(facts.map((each) => run(action, each)))).map((each) => {
    expect(each.done).toEqual([]);
    return each.why[0];
  });

describe('removing a component of the network', () => {
  it('remembers what it can be installed from again, then has Windows remove just that one', async () => {
    expect(await run(remove)).toEqual({
      why: [],
      done: [
        { change: 'remove', componentId: 'kl_filter', classGuid, instanceGuid },
        { kind: 'networkComponent', there: true, description, inf: 'oem7.inf' },
      ],
    });
  });

  it('says where it cannot come back, and asks Windows all the same about one that is gone', async () => {
    const [lost, away] = [await run(remove, { from: null }), await run(remove, { entry: null })];
    expect([lost.done[1], away.done[1]]).toEqual([
      { kind: 'networkComponent', there: true, description, inf: null },
      { kind: 'networkComponent', there: false, description: null, inf: 'oem7.inf' },
    ]);
  });

  it('leaves what is not proven the vendor’s: by the maker of its package, or without one by its name', async () => {
    const acme = { ...entry, description: 'Acme Filter' };
    expect(
      await why(
        remove,
        { from: { inf: 'oem7.inf', provider: 'Acme' } },
        { from: { inf: 'oem7.inf', provider: null } },
        { entry: acme, from: null },
        { entry: { ...entry, description: null }, from: null },
      ),
    ).toEqual(Array(4).fill('refused.foreignComponent'));
  });

  it('leaves one whose driver is there, or of which Windows tells nothing', async () => {
    expect(
      await why(remove, { driver: { imageExists: true } }, { driver: denied }, { entry: denied }),
    ).toEqual(['refused.driverWorks', 'refused.driverWorks', 'refused.componentUnread']);
    expect(await why(remove, { from: denied })).toEqual(['refused.componentUnread']);
  });

  it('leaves another one that stands in its place meanwhile', async () => {
    expect(
      await why(
        remove,
        { entry: { ...entry, componentId: 'acme_lwf' } },
        { entry: { ...entry, service: 'acmelwf' } },
        { entry: { ...entry, service: null } },
      ),
    ).toEqual(Array(3).fill('refused.otherData'));
  });

  it('leaves adapters, what Windows brought along, and everything that is no component', async () => {
    const adapters = instanceKey.replace('4D36E974', '4D36E972');
    const others: readonly Action[] = [
      { ...remove, instanceKey: adapters },
      { ...remove, instanceKey: `${instanceKey}\\Connection` },
      { ...remove, instanceKey: instanceKey.replace('Control\\Network', 'Control\\Class') },
      { ...remove, componentId: 'MS_TCPIP' },
    ];
    const reasons = await Promise.all(others.map((action) => why(action, {})));
    expect(reasons.flat()).toEqual(Array(4).fill('refused.notAComponent'));
  });
});

describe('installing a component of the network again', () => {
  it('has Windows install it from the package that it still has', async () => {
    expect(await run(install)).toEqual({
      why: [],
      done: [
        { change: 'install', componentId: 'kl_filter', classGuid, instanceGuid },
        { kind: 'networkComponent', there: false, description, inf: null },
      ],
    });
  });

  it('is refused where there is one, where nobody knows, and where the package is gone or somebody else’s', async () => {
    const acme = { inf: 'oem7.inf', provider: 'Acme' };
    expect(
      await why(
        install,
        { known: true },
        { known: null },
        { from: null },
        { from: acme },
        { from: denied },
      ),
    ).toEqual([
      'refused.componentThere',
      'refused.componentThere',
      'refused.noPackage',
      'refused.noPackage',
      'refused.noPackage',
    ]);
  });
});
