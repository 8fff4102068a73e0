import { describe, expect, test } from 'vitest';
import type { ActionResult } from '../../src/main/machine/machine.ts';
import type { Action } from '../../src/shared/plan.ts';
import { lab, newMachine } from './lab-test.ts';
import type { PerformOrder } from './scripts/perform-action.ts';
import { placePackage } from './scripts/place-package.ts';
import { placeSources } from './scripts/place-sources.ts';
import type { LabMachine } from './support/lab-machine.ts';

const logFile = 'C:\\cutover\\undo.json';
const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const defender = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const mpCmdRun = 'HKLM\\SOFTWARE\\CutoverLab\\MpCmdRun';

const value = (key: string, name: string, expectedData = 1): Action => ({
  kind: 'removeRegistryValue',
  key,
  name,
  expectedData,
});

async function act(
  machine: LabMachine,
  action: Action,
  timeLimitMs = 60_000,
): Promise<ActionResult> {
  await placeSources(machine);
  await placePackage(machine, 'execa');
  const order: PerformOrder = {
    action,
    secrets: {},
    logFile,
    timeLimitMs,
    cancelFile: 'C:\\cutover\\cancel',
    gracefulEndMs: 60_000,
  };
  const script = 'C:\\cutover\\tests\\lab\\scripts\\perform-action.ts';
  const run = await machine.node([script], { stdin: JSON.stringify(order) });
  const last = run.stdout.trim().split('\n').at(-1) ?? '';
  return (JSON.parse(last) as { readonly result: ActionResult }).result;
}

async function newDefender(): Promise<LabMachine> {
  const machine = await newMachine();
  await machine.install('defender');
  return machine;
}

describe.skipIf(!lab.available)('bringing Microsoft Defender back', () => {
  test('lets its service start again, and starts it', async () => {
    const machine = await newDefender();
    const disabled = await act(machine, { kind: 'startService', name: 'WinDefend' });
    const set = await act(machine, { kind: 'setServiceStart', name: 'WinDefend', start: 'auto' });
    const undo: unknown = JSON.parse(await machine.readFile(logFile));
    const started = await act(machine, { kind: 'startService', name: 'WinDefend' });
    const again = await act(machine, { kind: 'startService', name: 'WinDefend' });
    const { stdout } = await machine.run('sc.exe', ['query', 'WinDefend']);
    expect({
      exitCodes: [disabled, set, started, again].map(({ ended, exitCode }) => [ended, exitCode]),
      undo,
      logs: [disabled.logFile, set.logFile],
      running: /RUNNING/.test(stdout),
    }).toEqual({
      exitCodes: [
        ['exited', 1058],
        ['exited', 0],
        ['exited', 0],
        ['exited', 0],
      ],
      undo: { format: 'cutover-undo/1', before: { service: 'WinDefend', start: 4 } },
      logs: [null, logFile],
      running: true,
    });
  });

  test('removes a switch, and says what stood there', async () => {
    const machine = await newDefender();
    const { ended, exitCode } = await act(machine, {
      kind: 'removeRegistryValue',
      key: `${defender}\\Real-Time Protection`,
      name: 'DisableRealtimeMonitoring',
      expectedData: 1,
    });
    const key = await machine.readReg(`${defender}\\Real-Time Protection`);
    expect({
      ended,
      exitCode,
      left: Object.keys(key ?? {}),
      undo: JSON.parse(await machine.readFile(logFile)),
    }).toEqual({
      ended: 'exited',
      exitCode: 0,
      left: ['DisableBehaviorMonitoring'],
      undo: {
        format: 'cutover-undo/1',
        before: {
          key: `${defender}\\Real-Time Protection`,
          name: 'DisableRealtimeMonitoring',
          type: 'REG_DWORD',
          data: 1,
        },
      },
    });
  });

  test('changes nothing of a neighbour, of a policy, of tamper protection, or of a value it did not expect', async () => {
    const machine = await newDefender();
    const actions: readonly Action[] = [
      value(defender, 'InnocentNeighbour'),
      value(policy, 'DisableAntiSpyware'),
      value(`${defender}\\Features`, 'TamperProtection', 5),
      value(defender, 'PassiveMode', 0),
      value(`${defender}\\Real-Time Protection`, 'DisableBehaviorMonitoring'),
      { kind: 'setServiceStart', name: 'InnocentNeighbour', start: 'auto' },
      { kind: 'setServiceStart', name: 'WinDefend', start: 'boot' },
      { kind: 'startService', name: 'InnocentNeighbour' },
    ];
    const keys = [defender, policy, `${services}\\WinDefend`, `${services}\\InnocentNeighbour`];
    const read = async () => Promise.all(keys.map((key) => machine.readRegTree(key)));
    const before = await read();
    const ends: unknown[] = [];
    for (const action of actions) {
      const { ended, exitCode } = await act(machine, action);
      ends.push([ended, exitCode]);
    }
    const refused = ['couldNotStart', null];
    const wrongType = ['exited', 13];
    expect({ ends, unchanged: JSON.stringify(await read()) === JSON.stringify(before) }).toEqual({
      ends: [refused, refused, refused, refused, wrongType, refused, refused, refused],
      unchanged: true,
    });
  });

  test("updates the signatures by Defender's own command line", async () => {
    const machine = await newDefender();
    const result = await act(machine, { kind: 'updateDefenderSignatures' });
    expect([
      result.ended,
      result.exitCode,
      (await machine.readReg(mpCmdRun))?.['Argument'],
    ]).toEqual(['exited', 0, expect.stringContaining('-SignatureUpdate')]);
  });

  test('does not end an update that takes too long, and says that it goes on', async () => {
    const machine = await newDefender();
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n[${mpCmdRun.replace('HKLM', 'HKEY_LOCAL_MACHINE')}]\n"SleepMs"=dword:1f40\n`,
    );
    const result = await act(machine, { kind: 'updateDefenderSignatures' }, 2_000);
    await expect
      .poll(async () => (await machine.readReg(mpCmdRun))?.['Done'], { timeout: 30_000 })
      .toBeDefined();
    expect([result.ended, result.killedProcesses, result.message]).toEqual([
      'timedOut',
      [],
      'The update takes longer than expected and goes on in the background.',
    ]);
  });

  test('says what is missing where there is no Defender', async () => {
    const machine = await newMachine();
    const update = await act(machine, { kind: 'updateDefenderSignatures' });
    const start = await act(machine, { kind: 'startService', name: 'WinDefend' });
    expect([update.ended, update.message, start.exitCode]).toEqual([
      'couldNotStart',
      expect.stringContaining('MpCmdRun.exe'),
      1060,
    ]);
  });
});
