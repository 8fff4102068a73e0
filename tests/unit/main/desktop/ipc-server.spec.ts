import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channelOf } from '../../../../src/shared/contract/channel.ts';
import { callNames } from '../../../../src/shared/contract/contract.ts';
import { startIpcServer, type Handlers } from '../../../../src/main/desktop/ipc-server.ts';

type Handle = (event: object, input?: unknown) => Promise<unknown>;

const ipc = vi.hoisted(() => ({ handlers: new Map<string, Handle>(), sent: [] as unknown[] }));

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handle: Handle) => void ipc.handlers.set(channel, handle),
    on: () => {},
  },
}));

const page = 'app://bundle/index.html';
const contents = { isDestroyed: () => false, send: () => {} };
const ours = { sender: contents, senderFrame: { url: page, parent: null } };

let called: unknown[] = [];
let defects: unknown[] = [];

beforeEach(() => {
  ipc.handlers.clear();
  called = [];
  defects = [];
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      async (input: unknown) => {
        called.push([name, input]);
        if (name === 'scan') throw new Error('C:\\secret');
        return await Promise.resolve({ ok: true, value: null });
      },
    ]),
  ) as unknown as Handlers;
  startIpcServer({
    handlers,
    page,
    contents: () => contents as never,
    onDefect: (error) => defects.push(error),
  });
});

function ask(name: (typeof callNames)[number], input: unknown, event: object = ours) {
  return ipc.handlers.get(channelOf(name))?.(event, input);
}

describe('the server end of the contract', () => {
  it('answers every call of the contract and no other channel', () => {
    expect([...ipc.handlers.keys()]).toEqual(callNames.map(channelOf));
  });

  it('hands valid input to the handler', async () => {
    const reply = await ask('acknowledge', { hazardId: 'password', done: true });
    expect({ reply, called }).toEqual({
      reply: { ok: true, value: null },
      called: [['acknowledge', { hazardId: 'password', done: true }]],
    });
  });

  it.each([
    ['chooseMachine', { path: 'C:\\' }],
    ['chooseMachine', ''],
    ['chooseMachine', 'x'.repeat(301)],
    ['goTo', 'settings'],
    ['chooseFinding', { findingId: 'x'.repeat(301), chosen: true }],
    ['acknowledge', { hazardId: 'password', done: 'yes' }],
    ['givePassword', { ref: 'somebody', password: 'x' }],
    ['openLink', 'https://example.com'],
    ['scan', {}],
    ['setProtectionChoice', { reactivateDefender: true }],
    ['setProtectionChoice', { requireReplacement: 'yes', reactivateDefender: true }],
    ['setProtectionChoice', true],
    ['reactivateDefender', { service: 'WinDefend' }],
    ['checkLive', 'C:\\sample.com'],
    ['recheckProtection', {}],
  ] as const)('refuses %s with a wrong input before any handler runs', async (name, input) => {
    const reply = await ask(name, input);
    expect({ reply, called }).toMatchObject({ reply: { ok: false }, called: [] });
  });

  it('leaves out what the contract does not name', async () => {
    await ask('acknowledge', { hazardId: 'password', done: true, path: 'C:\\' });
    expect(called).toEqual([['acknowledge', { hazardId: 'password', done: true }]]);
  });

  it.each([
    ['another page', { ...ours, senderFrame: { url: 'https://example.com/', parent: null } }],
    [
      'an address that begins like ours',
      { ...ours, senderFrame: { url: `${page}.example.com`, parent: null } },
    ],
    ['a frame inside the page', { ...ours, senderFrame: { url: page, parent: {} } }],
    ['another window', { ...ours, sender: {} }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('does not answer %s', async (_who, event) => {
    const reply = await ask('snapshot', undefined, event);
    expect({ reply, called }).toMatchObject({ reply: { ok: false }, called: [] });
  });

  it('tells of a defect without its details', async () => {
    const reply = await ask('scan', undefined);
    expect({ reply, defects: defects.length }).toEqual({
      reply: { ok: false, problem: { id: 'defect', detail: null } },
      defects: 1,
    });
  });
});
