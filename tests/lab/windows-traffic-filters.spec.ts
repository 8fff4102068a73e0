import { describe, expect, test } from 'vitest';
import type { TrafficFilter } from '../../src/shared/domain/inventory/network/traffic-filters.ts';
import type { Section } from '../../src/shared/domain/section.ts';
import { runScript } from './support/lab-scripts.ts';
import { noLab, sharedMachine } from './support/lab-spec.ts';

const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\CutoverLab\\Filters';
const key = (number: number) =>
  `{0D2E8A4B-6C57-4C0E-9B7E-${number.toString(16).toUpperCase().padStart(12, '0')}}`;

type Values = Readonly<Record<string, string | number>>;

const planted = (objects: Readonly<Record<string, Values>>, failures: Values = {}) => {
  const lines = (values: Values) =>
    Object.entries(values)
      .map(
        ([name, value]) =>
          `"${name}"=${typeof value === 'string' ? `"${value}"` : `dword:${value.toString(16)}`}\n`,
      )
      .join('');
  const keys = Object.entries(objects).map(
    ([path, values]) => `[${root}\\${path}]\n${lines(values)}\n`,
  );
  return `Windows Registry Editor Version 5.00\n\n[-${root}]\n\n[${root}]\n${lines(failures)}\n${keys.join('')}`;
};

const [provider, subLayer, callout] = [key(1), key(2), key(3)];
const vendors = {
  [`Provider\\${provider}`]: { Name: 'KL filtering', Service: 'klwtp', Flags: 0x11 },
  [`SubLayer\\${subLayer}`]: { Name: 'Layer', Description: 'of KL', Provider: provider, Flags: 1 },
  [`Callout\\${callout}`]: { Name: 'Stream', Provider: provider, Flags: 0x5_0000 },
  [`Filter\\${key(4)}`]: {
    Name: 'Kaspersky Lab stream inspection',
    Provider: provider,
    Asks: callout,
    Action: 0x5003,
    Flags: 0x11,
  },
  [`Filter\\${key(5)}`]: { Name: 'x', Asks: callout, Action: 0x6004, Flags: 0x20 },
};
const others = {
  [`Provider\\${key(9)}`]: { Name: 'Acme', Service: 'acme' },
  [`Callout\\${key(10)}`]: { Name: 'Acme callout', Provider: key(9) },
  [`Filter\\${key(11)}`]: { Name: 'Acme filter', Provider: key(9), Action: 0x1001 },
};

const told = (
  kind: TrafficFilter['kind'],
  itsKey: string,
  name: string,
  more: Partial<TrafficFilter>,
): TrafficFilter => ({
  kind,
  key: itsKey,
  name,
  description: null,
  provider: null,
  service: null,
  lasts: true,
  active: true,
  action: null,
  callout: null,
  ...more,
});

describe.skipIf(noLab)('the Windows Filtering Platform', () => {
  const computer = sharedMachine();

  async function read(limitMs?: number) {
    return (await runScript(
      computer(),
      'read-traffic-filters',
      limitMs === undefined ? {} : { limitMs },
    )) as Section<TrafficFilter>;
  }

  test('tells what is the vendor’s and what belongs to that, and nothing of others', async () => {
    await computer().importReg(planted({ ...others, ...vendors }));
    const inspection = 'Kaspersky Lab stream inspection';
    expect(await read()).toEqual({
      state: 'read',
      items: [
        told('provider', provider, 'KL filtering', { service: 'klwtp', active: false }),
        told('subLayer', subLayer, 'Layer', { description: 'of KL', provider }),
        told('callout', callout, 'Stream', { provider }),
        told('filter', key(4), inspection, { provider, action: 'askOrPermit', callout }),
        told('filter', key(5), 'x', { lasts: false, active: false, action: 'inspect', callout }),
      ],
      gaps: [],
    });
  });

  test('tells more than come at once, in their order', async () => {
    const many = Array.from({ length: 600 }, (_, index) => [
      `Filter\\${key(index + 100)}`,
      { Name: `Kaspersky Lab WFP ${index}`, Action: 0x1002, Flags: 1 },
    ]);
    await computer().importReg(planted(Object.fromEntries(many) as Record<string, Values>));
    const { items } = await read();
    const last = told('filter', key(699), 'Kaspersky Lab WFP 599', { action: 'permit' });
    expect([items.length, items[599]]).toEqual([600, last]);
  });

  test('is a gap where it fails, and never silence', async () => {
    await computer().importReg(planted(vendors, { FailOpen: 5 }));
    const closed = await read();
    await computer().importReg(planted(vendors, { FailCallout: 0x8032_0004 }));
    const half = await read();
    expect([closed, half.state, half.items.length, half.gaps]).toMatchObject([
      {
        state: 'unreadable',
        items: [],
        gaps: [{ subject: 'Windows Filtering Platform', reason: 'accessDenied' }],
      },
      'partial',
      // The one that says nothing of whose it is but what it asks is not known either.
      3,
      [{ subject: 'Windows Filtering Platform, callout', reason: 'failed' }],
    ]);
  });

  test('does not hold up the program when it hangs', async () => {
    await computer().importReg(planted(vendors, { HangMs: 60_000 }));
    expect(await read(500)).toMatchObject({ state: 'unreadable', gaps: [{ reason: 'timedOut' }] });
  });
});
