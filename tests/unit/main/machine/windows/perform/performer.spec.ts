import { describe, expect, it } from 'vitest';
import type { Action, Before } from '../../../../../../src/shared/domain/action.ts';
import type { Management } from '../../../../../../src/shared/domain/management.ts';
import type { DefenderControl } from '../../../../../../src/main/machine/windows/perform/defender-control.ts';
import {
  carryOut,
  nothingKnown,
  type Performer,
  type Switchboard,
} from '../../../../../../src/main/machine/windows/perform/performer.ts';
import { performers } from '../../../../../../src/main/machine/windows/performers.ts';
import type { ServiceStatus } from '../../../../../../src/main/machine/windows/ffi/service-control.ts';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';

const nobody: Management = {
  domain: 'no',
  cloud: 'no',
  deviceManagement: 'no',
  configurationManager: 'no',
  defenderForEndpoint: 'no',
};

interface Case {
  readonly start?: number;
  /** Null where there is no such value. */
  readonly data?: number | null;
  readonly startCode?: number;
  /** What the service says, one look after the other; the last one stays. */
  readonly states?: readonly ServiceStatus[];
  readonly cancelled?: boolean;
  /** What stood there before cannot be written down. */
  readonly forgetful?: boolean;
  /** What the computer says of itself; a computer of nobody but its owner where it is left out. */
  readonly management?: Partial<Management>;
  readonly edition?: 'client' | 'server' | 'unknown';
  /** Null is a policy file that cannot be read. */
  readonly inLocalPolicy?: boolean | null;
  /** The value `TamperProtection`, or the number of the error in place of it. */
  readonly tamper?: { value: number } | { code: number };
}

/** Performs on a Defender that notes what was done to it, and what had been remembered at that moment. */
async function run(action: Action, facts: Case = {}) {
  let remembered: Before | null = null;
  const done: unknown[] = [];
  const states = [...(facts.states ?? ['running'])] as ServiceStatus[];
  const change = (what: string, code = 0) => {
    done.push([what, remembered]);
    return code;
  };
  const control: DefenderControl = {
    readStart: () => ({ value: facts.start ?? 4 }),
    writeStart: (service, start) => change(`${service} start ${start}`),
    start: async (service) => change(`${service} start now`, facts.startCode),
    state: () => ({ value: (states.length > 1 ? states.shift() : states[0]) ?? 'other' }),
    readNumber: (_key, name) => {
      if (name === 'TamperProtection') return facts.tamper ?? { code: 2 };
      return facts.data === null ? { code: 2 } : { value: facts.data ?? 1 };
    },
    edition: () => facts.edition ?? 'client',
    management: () => ({ ...nobody, ...facts.management }),
    localPolicy: () => () => (facts.inLocalPolicy === undefined ? false : facts.inLocalPolicy),
    writeNumber: (path, name, data) => change(`write ${path}\\${name} ${data}`),
    removeValue: (path, name) => change(`remove ${path}\\${name}`),
  };
  const performer = performers[action.kind] as Performer<Action, Switchboard>;
  const performed = await carryOut(
    performer,
    action,
    {
      secrets: { get: () => undefined },
      timeLimitMs: 200,
      logFile: '',
      temporaryFolder: '',
      quarantineFolder: () => '',
      signal: facts.cancelled === true ? AbortSignal.abort() : new AbortController().signal,
      onEvent: () => undefined,
      remember(before) {
        if (facts.forgetful === true) throw new Error('The disk is full.');
        remembered = before;
      },
    },
    { control, describeError: (code) => `error ${code}`, lookAgainMs: 5, settleMs: 20 },
  );
  const { ended, exitCode, message } = { ...nothingKnown, ...performed };
  return { result: { ended, exitCode }, message, done };
}

const refused = { ended: 'couldNotStart', exitCode: null };
const removal = (path: string, name: string): Action => ({
  kind: 'removeRegistryValue',
  key: path,
  name,
  expectedData: 1,
});

describe('a change of Microsoft Defender', () => {
  it('writes down how a service started before it changes that', async () => {
    const action = {
      kind: 'setServiceStart',
      name: 'WinDefend',
      start: 'auto',
      expected: 'disabled',
    } as const;
    expect(await run(action)).toEqual({
      result: { ended: 'exited', exitCode: 0 },
      message: [],
      done: [['WinDefend start 2', { kind: 'serviceStart', start: 'disabled' }]],
    });
  });

  it('leaves a service that already starts so alone', async () => {
    const action = {
      kind: 'setServiceStart',
      name: 'WinDefend',
      start: 'auto',
      expected: 'disabled',
    } as const;
    expect(await run(action, { start: 2 })).toMatchObject({ result: { exitCode: 0 }, done: [] });
  });

  it('writes down a value before it is removed', async () => {
    expect(await run(removal(key, 'PassiveMode'))).toEqual({
      result: { ended: 'exited', exitCode: 0 },
      message: [],
      done: [[`remove ${key}\\PassiveMode`, { kind: 'registryNumber', data: 1 }]],
    });
  });

  it('leaves a value with other data alone, and one that could not be written down', async () => {
    const action = removal(key, 'PassiveMode');
    const other = await run(action, { data: 0 });
    expect([other.result, other.done]).toEqual([refused, []]);
    await expect(run(action, { forgetful: true })).rejects.toThrow('The disk is full.');
  });

  it('puts a value back where there is none, and remembers that', async () => {
    const action = { kind: 'writeRegistryValue', key, name: 'PassiveMode', data: 1 } as const;
    expect(await run(action, { data: null })).toEqual({
      result: { ended: 'exited', exitCode: 0 },
      message: [],
      done: [[`write ${key}\\PassiveMode 1`, { kind: 'registryNumber', data: null }]],
    });
  });

  it('changes nothing that is as it should be, and nothing that somebody has changed since', async () => {
    const value = { kind: 'writeRegistryValue', key, name: 'PassiveMode', data: 1 } as const;
    const start = {
      kind: 'setServiceStart',
      name: 'WinDefend',
      start: 'disabled',
      expected: 'auto',
    } as const;
    const ends = [
      await run(value),
      await run(value, { data: 2 }),
      await run(start),
      await run(start, { start: 3 }),
    ];
    expect(ends.map(({ result, done }) => [result.ended, done])).toEqual([
      ['exited', []],
      ['couldNotStart', []],
      ['exited', []],
      ['couldNotStart', []],
    ]);
  });

  it('takes the start of a service back to what it was', async () => {
    const { result, done } = await run(
      { kind: 'setServiceStart', name: 'WinDefend', start: 'disabled', expected: 'auto' },
      { start: 2 },
    );
    expect([result.exitCode, done]).toEqual([
      0,
      [['WinDefend start 4', { kind: 'serviceStart', start: 'auto' }]],
    ]);
  });

  it.each<Action>([
    removal(key, 'InnocentNeighbour'),
    removal(key, 'IsServiceRunning'),
    removal(`${key} Neighbour`, 'PassiveMode'),
    removal(`${key}\\Features`, 'TamperProtection'),
    removal(`${key}\\..\\Run`, 'PassiveMode'),
    removal(policies, 'InnocentNeighbour'),
    removal(policies, 'ServiceKeepAlive'),
    removal(`${policies} Neighbour`, 'DisableAntiSpyware'),
    removal(`${policies}\\Exclusions`, 'DisableAntiSpyware'),
    removal(`${policies}\\Policy Manager`, 'DisableRealtimeMonitoring'),
    removal(policies.replace('HKLM', 'HKCU'), 'DisableAntiSpyware'),
    removal(
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection',
      'ForceDefenderPassiveMode',
    ),
    removal('HKLM\\SYSTEM\\CurrentControlSet\\Services\\WinDefend', 'Start'),
    { kind: 'setServiceStart', name: 'WinDefender', start: 'auto', expected: 'disabled' },
    { kind: 'setServiceStart', name: 'wscsvc', start: 'auto', expected: 'disabled' },
    { kind: 'setServiceStart', name: 'Sense', start: 'auto', expected: 'disabled' },
    { kind: 'setServiceStart', name: 'WdFilter', start: 'auto', expected: 'disabled' },
    { kind: 'startService', name: 'SecurityHealthService' },
    { kind: 'startService', name: 'WdFilter' },
    { kind: 'startService', name: '' },
    { kind: 'setServiceStart', name: 'Spooler', start: 'disabled', expected: 'auto' },
    { kind: 'setServiceStart', name: 'WinDefend', start: 'disabled', expected: 'demand' },
    { kind: 'writeRegistryValue', key, name: 'InnocentNeighbour', data: 1 },
    { kind: 'writeRegistryValue', key: `${key}\\Features`, name: 'TamperProtection', data: 0 },
    { kind: 'writeRegistryValue', key: 'HKLM\\SOFTWARE\\Run', name: 'PassiveMode', data: 1 },
  ])('refuses %o', async (action) => {
    const { result, done } = await run(action);
    expect([result, done]).toEqual([refused, []]);
  });

  it.each(['DisableAntiSpyware', 'DisableAntiVirus'])(
    'takes back the policy %s of a computer that nobody else decides over',
    async (name) => {
      const { result, done } = await run(removal(policies, name));
      expect([result.exitCode, done]).toEqual([
        0,
        [[`remove ${policies}\\${name}`, { kind: 'registryNumber', data: 1 }]],
      ]);
    },
  );

  it.each<[string, Case]>([
    ['that belongs to a domain', { management: { domain: 'yes' } }],
    ['that may belong to a domain', { management: { domain: 'unknown' } }],
    ['that is joined to a cloud', { management: { cloud: 'yes' } }],
    ['that may be joined to a cloud', { management: { cloud: 'unknown' } }],
    ['that is enrolled in device management', { management: { deviceManagement: 'yes' } }],
    ['that may be enrolled', { management: { deviceManagement: 'unknown' } }],
    ['with Configuration Manager', { management: { configurationManager: 'yes' } }],
    ['that reports to Defender for Endpoint', { management: { defenderForEndpoint: 'yes' } }],
    ['of which nobody knows the edition', { edition: 'unknown' }],
    ['whose local group policy writes it', { inLocalPolicy: true }],
    ['whose local group policy cannot be read', { inLocalPolicy: null }],
    ['with tamper protection', { tamper: { value: 5 } }],
    ['with a tamper protection nobody knows', { tamper: { value: 1 } }],
    ['whose tamper protection cannot be read', { tamper: { code: 5 } }],
    ['where it holds something else', { data: 2 }],
  ])('leaves a policy of a computer alone %s', async (_what, facts) => {
    const { result, message, done } = await run(removal(policies, 'DisableAntiSpyware'), facts);
    expect([result, done, message.length]).toEqual([refused, [], 1]);
  });

  it.each<[string, Case, number]>([
    ['on', { tamper: { value: 5 } }, 0],
    ['off', { tamper: { value: 4 } }, 1],
    ['off since ever', { tamper: { value: 0 } }, 1],
  ])('asks tamper protection before any switch goes: %s', async (_what, facts, removed) => {
    const { done } = await run(removal(key, 'PassiveMode'), facts);
    expect(done.length).toBe(removed);
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
