import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DefenderControl } from '../../../../../../src/main/machine/windows/perform/defender-control.ts';
import {
  performProtection,
  type DirectAction,
} from '../../../../../../src/main/machine/windows/perform/perform-protection.ts';
import type { ServiceStatus } from '../../../../../../src/main/machine/windows/ffi/service-control.ts';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';

interface Case {
  readonly start?: number;
  readonly data?: number;
  readonly startCode?: number;
  /** What the service says, one look after the other; the last one stays. */
  readonly states?: readonly ServiceStatus[];
  readonly cancelled?: boolean;
  readonly logFile?: string;
}

/** Performs on a Defender that notes what was done to it, and what the log held at that moment. */
async function run(action: DirectAction, facts: Case = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-protection-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const logFile = facts.logFile ?? join(folder, 'undo.json');
  const done: unknown[] = [];
  const states = [...(facts.states ?? ['running'])] as ServiceStatus[];
  const change = (what: string, code = 0) => {
    const log = existsSync(logFile) ? (JSON.parse(readFileSync(logFile, 'utf8')) as unknown) : null;
    done.push([what, log]);
    return code;
  };
  const control: DefenderControl = {
    readStart: () => ({ value: facts.start ?? 4 }),
    writeStart: (service, start) => change(`${service} start ${start}`),
    start: async (service) => change(`${service} start now`, facts.startCode),
    state: () => ({ value: (states.length > 1 ? states.shift() : states[0]) ?? 'other' }),
    readNumber: () => ({ value: facts.data ?? 1 }),
    removeValue: (path, name) => change(`remove ${path}\\${name}`),
  };
  const { message, ...result } = await performProtection(
    action,
    {
      secrets: { get: () => undefined },
      timeLimitMs: 200,
      logFile,
      signal: facts.cancelled === true ? AbortSignal.abort() : new AbortController().signal,
      onEvent: () => undefined,
    },
    { control, describeError: (code) => `error ${code}`, lookAgainMs: 5, settleMs: 20 },
  );
  return { result: { ...result, logFile: result.logFile !== null }, message, done };
}

const refused = { ended: 'couldNotStart', exitCode: null, logFile: false };
const removal = (path: string, name: string): DirectAction => ({
  kind: 'removeRegistryValue',
  key: path,
  name,
  expectedData: 1,
});

describe('performProtection', () => {
  it('writes down how a service started before it changes that', async () => {
    const action = { kind: 'setServiceStart', name: 'WinDefend', start: 'auto' } as const;
    expect(await run(action)).toEqual({
      result: { ended: 'exited', exitCode: 0, logFile: true },
      message: null,
      done: [
        [
          'WinDefend start 2',
          { format: 'cutover-undo/1', before: { service: 'WinDefend', start: 4 } },
        ],
      ],
    });
  });

  it('leaves a service that already starts so alone', async () => {
    const action = { kind: 'setServiceStart', name: 'WinDefend', start: 'auto' } as const;
    expect(await run(action, { start: 2 })).toMatchObject({ result: { exitCode: 0 }, done: [] });
  });

  it('writes down a value before it is removed', async () => {
    expect(await run(removal(key, 'PassiveMode'))).toEqual({
      result: { ended: 'exited', exitCode: 0, logFile: true },
      message: null,
      done: [
        [
          `remove ${key}\\PassiveMode`,
          {
            format: 'cutover-undo/1',
            before: { key, name: 'PassiveMode', type: 'REG_DWORD', data: 1 },
          },
        ],
      ],
    });
  });

  it('leaves a value with other data alone, and one that could not be written down', async () => {
    const action = removal(key, 'PassiveMode');
    const [other, unwritten] = [
      await run(action, { data: 0 }),
      await run(action, { logFile: '/no such folder/undo.json' }),
    ];
    expect([other.result, other.done, unwritten.result, unwritten.done]).toEqual([
      refused,
      [],
      refused,
      [],
    ]);
  });

  it.each<DirectAction>([
    removal(key, 'InnocentNeighbour'),
    removal(key, 'IsServiceRunning'),
    removal(`${key} Neighbour`, 'PassiveMode'),
    removal(`${key}\\Features`, 'TamperProtection'),
    removal(`${key}\\..\\Run`, 'PassiveMode'),
    removal('HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender', 'DisableAntiSpyware'),
    removal(
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection',
      'ForceDefenderPassiveMode',
    ),
    removal('HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinDefend', 'Start'),
    { kind: 'setServiceStart', name: 'WinDefender', start: 'auto' },
    { kind: 'setServiceStart', name: 'wscsvc', start: 'auto' },
    { kind: 'setServiceStart', name: 'Sense', start: 'auto' },
    { kind: 'setServiceStart', name: 'WdFilter', start: 'auto' },
    { kind: 'startService', name: 'SecurityHealthService' },
    { kind: 'startService', name: 'WdFilter' },
    { kind: 'startService', name: '' },
  ])('refuses %o', async (action) => {
    const { result, done } = await run(action);
    expect([result, done]).toEqual([refused, []]);
  });

  it('does nothing after the person has cancelled', async () => {
    const { result, done } = await run(removal(key, 'PassiveMode'), { cancelled: true });
    expect([result.ended, done]).toEqual(['cancelled', []]);
  });

  it.each([
    ['runs and stays up', { states: ['starting', 'running'] }, 'exited', 0],
    ['was running already', { startCode: 1056 }, 'exited', 0],
    ['is disabled', { startCode: 1058 }, 'exited', 1058],
    ['ends again at once', { states: ['starting', 'running', 'stopped'] }, 'exited', 1062],
    ['is still starting when time is over', { states: ['starting'] }, 'timedOut', null],
  ] as const)('says of a service that it %s', async (_what, facts, ended, exitCode) => {
    const { result } = await run({ kind: 'startService', name: 'WinDefend' }, facts);
    expect([result.ended, result.exitCode]).toEqual([ended, exitCode]);
  });
});
