import { expect, test } from 'vitest';
import { message } from '../../../../../src/shared/domain/message.ts';
import type { SummaryParts } from '../../../../../src/shared/domain/machine-summary.ts';
import {
  machineSummary,
  type SummarySource,
} from '../../../../../src/main/machine/windows/machine-summary.ts';
import { smbiosTable } from '../../../../support/smbios-table.ts';

const notebook: SummarySource = {
  firmware: () => smbiosTable(['Contoso', 'Notebook 14', 'PF3K9ZQ1']),
  volumes: () => ['C:'],
  space: async () => ({ sizeBytes: 500, freeBytes: 200 }),
  power: () => ({ line: 1, battery: 8, percent: 83 }),
};

async function summaryOf(change: Partial<SummarySource>, limitMs = 10_000): Promise<SummaryParts> {
  let all: SummaryParts = {};
  const take = (parts: SummaryParts) => (all = { ...all, ...parts });
  await machineSummary(new AbortController().signal, take, { ...notebook, ...change }, limitMs);
  return all;
}

const notTold = { state: 'unreadable', reason: message('machineFacts.notTold') };

test('a notebook is described, and since when it runs', async () => {
  expect(await summaryOf({})).toEqual({
    hardware: {
      state: 'read',
      facts: { manufacturer: 'Contoso', model: 'Notebook 14', virtual: false },
    },
    system: {
      state: 'read',
      facts: expect.objectContaining({ upSince: expect.stringMatching(/^\d{4}-.*Z$/) }),
    },
    volumes: { state: 'read', facts: [{ mount: 'C:', sizeBytes: 500, freeBytes: 200 }] },
    battery: { state: 'read', facts: { percent: 83, charging: true, onMains: true } },
  });
});

test('what Windows does not tell is never said', async () => {
  const silent = { firmware: () => null, space: async () => null, power: () => null };
  const { hardware, volumes, battery } = await summaryOf(silent);
  expect([hardware, volumes, battery]).toEqual([notTold, notTold, notTold]);
});

test.each([
  ['none', { line: 1, battery: 128, percent: 255 }, { state: 'read', facts: null }],
  ['one of which nothing is known', { line: 255, battery: 255, percent: 255 }, notTold],
  ['one whose charge is not known', { line: 0, battery: 1, percent: 255 }, notTold],
])('a computer with %s for a battery', async (_what, status, battery) => {
  expect((await summaryOf({ power: () => status })).battery).toEqual(battery);
});

test.each([
  ['innotek GmbH', 'VirtualBox', true],
  ['Microsoft Corporation', 'Virtual Machine', true],
  ['Microsoft Corporation', 'Surface Pro 9', false],
])('%s %s is a virtual machine: %s', async (manufacturer, model, virtual) => {
  const { hardware } = await summaryOf({ firmware: () => smbiosTable([manufacturer, model]) });
  expect(hardware).toEqual({ state: 'read', facts: { manufacturer, model, virtual } });
});

test('a disk that does not answer is not waited for', async () => {
  const { volumes } = await summaryOf({ space: () => new Promise<never>(() => {}) }, 50);
  expect(volumes).toEqual({
    state: 'unreadable',
    reason: message('gap.noAnswer', { count: 0.05 }),
  });
});
