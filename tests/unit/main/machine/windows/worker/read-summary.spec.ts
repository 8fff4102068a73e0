import { message } from '../../../../../../src/shared/domain/message.ts';
import { expect, test } from 'vitest';
import {
  readSummary,
  type SummarySource,
} from '../../../../../../src/main/machine/windows/worker/read-summary.ts';
import type { SummaryParts } from '../../../../../../src/shared/domain/machine-summary.ts';

/** What the library answers on a notebook: far more than is asked for. */
const notebook = {
  hardware: async () => ({
    manufacturer: 'Contoso ',
    model: 'Notebook 14',
    virtual: false,
    version: '1',
    serial: 'PF3K9ZQ1',
    uuid: '4c4c4544-0042-4a10-8053-b7c04f4e3132',
    sku: 'X',
  }),
  volumes: async () => [
    {
      mount: 'C:',
      size: 500,
      available: 200,
      fs: 'C:',
      type: 'NTFS',
      used: 300,
      use: 60,
      rw: true,
    },
  ],
  battery: async () => ({
    hasBattery: true,
    percent: 104,
    isCharging: false,
    acConnected: true,
    model: '7A31',
    serial: '0815',
  }),
} satisfies SummarySource;

/** What it answers where PowerShell is blocked, and for parts that a computer does not have. */
const empty: SummarySource = {
  hardware: async () => ({ manufacturer: '', model: '', virtual: false }),
  volumes: async () => [],
  battery: async () => ({ hasBattery: false, percent: 0, isCharging: false, acConnected: true }),
};

const going = new AbortController().signal;

async function partsOf(source: SummarySource): Promise<SummaryParts> {
  let all: SummaryParts = {};
  await readSummary(source, going, (parts) => (all = { ...all, ...parts }));
  return all;
}

const noAnswer = { state: 'unreadable', reason: message('machineFacts.noPowerShell') };

test('serial numbers and identifiers stay behind', async () => {
  expect(await partsOf(notebook)).toEqual({
    hardware: {
      state: 'read',
      facts: { manufacturer: 'Contoso', model: 'Notebook 14', virtual: false },
    },
    volumes: { state: 'read', facts: [{ mount: 'C:', sizeBytes: 500, freeBytes: 200 }] },
    battery: { state: 'read', facts: { percent: 100, charging: false, onMains: true } },
  });
});

test('an empty answer is no answer, and no battery is not claimed from it', async () => {
  expect(await partsOf(empty)).toEqual({
    hardware: noAnswer,
    volumes: noAnswer,
    battery: noAnswer,
  });
});

test('a computer that answers otherwise and names no battery has none', async () => {
  const desktop = { ...notebook, battery: empty.battery };
  expect((await partsOf(desktop)).battery).toEqual({ state: 'read', facts: null });
});

test('each part is told as soon as it is known, while the next one hangs', async () => {
  const told: SummaryParts[] = [];
  const hanging = { ...notebook, volumes: () => new Promise<never>(() => {}) };
  void readSummary(hanging, going, (parts) => told.push(parts));
  await expect.poll(() => told.map((parts) => Object.keys(parts))).toEqual([['hardware']]);
});

test('an answer that comes after the time limit is not told, and nobody else is asked', async () => {
  const limit = new AbortController();
  const told: SummaryParts[] = [];
  const late: SummarySource = {
    ...notebook,
    hardware: async () => {
      limit.abort();
      return await notebook.hardware();
    },
    volumes: () => Promise.reject(new Error('was asked')),
  };
  await readSummary(late, limit.signal, (parts) => told.push(parts));
  expect(told).toEqual([]);
});
