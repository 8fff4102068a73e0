import { message, type Message } from '../../../../../src/shared/domain/message.ts';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineSummary } from '../../../../../src/main/machine/windows/machine-summary.ts';
import type { SummaryParts } from '../../../../../src/shared/domain/machine-summary.ts';

const fakeWorker = join(import.meta.dirname, '../../../../support/fixtures/fake-worker.mjs');

async function summaryBy(behaviour: string): Promise<SummaryParts> {
  const launch = { program: process.execPath, args: [fakeWorker, behaviour], env: {} };
  let all: SummaryParts = {};
  await machineSummary({
    signal: new AbortController().signal,
    onParts: (parts) => (all = { ...all, ...parts }),
    timeLimitMs: 5_000,
    launch,
  });
  return all;
}

const hardware = {
  state: 'read',
  facts: { manufacturer: 'Contoso', model: 'Tower 3', virtual: false },
};
const system = expect.objectContaining({ state: 'read' });
const missing = (reason: Message) => ({ state: 'unreadable', reason });

test('what was not answered in time says so, what was answered stays', async () => {
  const late = missing(message('gap.noAnswer', { count: 5 }));
  expect(await summaryBy('slowSummary')).toEqual({
    hardware,
    system,
    volumes: late,
    battery: late,
  });
});

test.each([
  ['summary', message('worker.endedSilently')],
  ['leave', message('worker.failed', { why: message('worker.endedWith', { code: '0' }) })],
])('a worker that leaves parts out gives the reason for them (%s)', async (behaviour, reason) => {
  const all = await summaryBy(behaviour);
  expect([all.system, all.volumes, all.battery]).toEqual([
    system,
    missing(reason),
    missing(reason),
  ]);
});
