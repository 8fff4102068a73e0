import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionResult, Before } from '../../src/shared/domain/action.ts';
import { inventorySchema } from '../../src/shared/domain/inventory-schema.ts';
import type { Action } from '../../src/shared/domain/action.ts';
import { message, type MessageId } from '../../src/shared/domain/message.ts';
import { policyFile } from '../support/policy-file.ts';
import type { PerformOrder } from './scripts/perform-action.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { placedScript, runScript } from './support/lab-scripts.ts';
import { newMachine, noLab, sharedMachine } from './support/lab-spec.ts';
import { readService } from './support/read-service.ts';

const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const defender = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const onboarding = 'HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status';
const management = 'HKLM\\SOFTWARE\\CutoverLab\\Management';
const mpCmdRun = 'HKLM\\SOFTWARE\\CutoverLab\\MpCmdRun';

const value = (key: string, name: string, expectedData = 1): Action => ({
  kind: 'removeRegistryValue',
  key,
  name,
  expectedData,
});

/** One line of what the script tells. */
interface Line {
  readonly before?: Before;
  readonly result?: ActionResult;
}

interface Acted extends ActionResult {
  /** What was remembered before anything was changed. */
  readonly before: readonly Before[];
}

async function act(machine: LabMachine, action: Action, timeLimitMs = 60_000): Promise<Acted> {
  const order: PerformOrder = {
    action,
    secrets: {},
    logFile: 'C:\\cutover\\action.log',
    timeLimitMs,
    cancelFile: 'C:\\cutover\\cancel',
    gracefulEndMs: 60_000,
  };
  const script = await placedScript(machine, 'perform-action');
  const run = await machine.node([script], { stdin: JSON.stringify(order) });
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const result = lines.flatMap((line) => line.result ?? [])[0];
  if (result === undefined) throw new Error(run.stdout);
  return { ...result, before: lines.flatMap((line) => line.before ?? []) };
}

async function newDefender(): Promise<LabMachine> {
  return await newMachine('defender');
}

type Setting = readonly [key: string, name: string, data: number];

/** Sets a number, or takes it away. */
async function setNumber(
  machine: LabMachine,
  key: string,
  name: string,
  data: number | null,
): Promise<void> {
  const place = key.replace('HKLM', 'HKEY_LOCAL_MACHINE');
  const given = data === null ? '-' : `dword:${data.toString(16).padStart(8, '0')}`;
  await machine.importReg(
    `Windows Registry Editor Version 5.00\n\n[${place}]\n"${name}"=${given}\n`,
  );
}

const localPolicy = 'C:\\windows\\system32\\GroupPolicy\\Machine\\Registry.pol';
const written = policyFile([{ key: policy.slice(5), name: 'DisableAntiSpyware' }]);

async function placePolicy(machine: LabMachine, file: Buffer): Promise<void> {
  const path = machine.toLinux(localPolicy);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file);
}

/** How a policy was not taken back, and whether it is as it was. */
async function refusal(machine: LabMachine) {
  const present = await machine.readRegTree(policy);
  const { ended, message: why, before } = await act(machine, value(policy, 'DisableAntiSpyware'));
  const after = await machine.readRegTree(policy);
  const isSame = JSON.stringify(after) === JSON.stringify(present);
  return { ended, why: why.map(({ id }) => id), before, isSame };
}

const refusedBy = (reason: MessageId) => ({
  ended: 'couldNotStart',
  why: [reason],
  before: [],
  isSame: true,
});

describe.skipIf(noLab)('reactivating Microsoft Defender', () => {
  test('lets its service start again, and starts it', async () => {
    const machine = await newDefender();
    const disabled = await act(machine, { kind: 'startService', name: 'WinDefend' });
    const set = await act(machine, {
      kind: 'setServiceStart',
      name: 'WinDefend',
      start: 'auto',
      expected: 'disabled',
    });
    const started = await act(machine, { kind: 'startService', name: 'WinDefend' });
    const again = await act(machine, { kind: 'startService', name: 'WinDefend' });
    const { stdout } = await machine.run('sc.exe', ['query', 'WinDefend']);
    expect({
      exitCodes: [disabled, set, started, again].map(({ ended, exitCode }) => [ended, exitCode]),
      before: [disabled.before, set.before, started.before],
      running: /RUNNING/.test(stdout),
    }).toEqual({
      exitCodes: [
        ['exited', 1058],
        ['exited', 0],
        ['exited', 0],
        ['exited', 0],
      ],
      before: [[], [{ kind: 'serviceStart', start: 'disabled' }], []],
      running: true,
    });
  });

  test('removes a switch, and says what stood there', async () => {
    const machine = await newDefender();
    const { ended, exitCode, before } = await act(machine, {
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
      before,
    }).toEqual({
      ended: 'exited',
      exitCode: 0,
      left: ['DisableBehaviorMonitoring'],
      before: [{ kind: 'registryNumber', data: 1 }],
    });
  });

  test('puts back what it took away, and no more', async () => {
    const machine = await newDefender();
    const key = `${defender}\\Real-Time Protection`;
    const name = 'DisableRealtimeMonitoring';
    const actions: readonly Action[] = [
      value(key, name),
      { kind: 'setServiceStart', name: 'WinDefend', start: 'auto', expected: 'disabled' },
      { kind: 'writeRegistryValue', key, name, data: 1 },
      { kind: 'writeRegistryValue', key, name, data: 2 },
      { kind: 'setServiceStart', name: 'WinDefend', start: 'disabled', expected: 'auto' },
      { kind: 'setServiceStart', name: 'WinDefend', start: 'disabled', expected: 'demand' },
    ];
    const before = [await machine.readRegTree(key), await readService(machine, 'WinDefend')];
    const ends: unknown[] = [];
    for (const action of actions) {
      const { ended, exitCode } = await act(machine, action);
      ends.push([ended, exitCode]);
    }
    const after = [await machine.readRegTree(key), await readService(machine, 'WinDefend')];
    const done = ['exited', 0];
    const refused = ['couldNotStart', null];
    expect({ ends, after }).toEqual({
      ends: [done, done, done, refused, done, refused],
      after: before,
    });
  });

  test('changes nothing of a neighbour, of tamper protection, or of a value it did not expect', async () => {
    const machine = await newDefender();
    const actions: readonly Action[] = [
      value(defender, 'InnocentNeighbour'),
      value(policy, 'InnocentNeighbour'),
      value(`${defender}\\Features`, 'TamperProtection', 4),
      value(defender, 'PassiveMode', 0),
      value(`${defender}\\Real-Time Protection`, 'DisableBehaviorMonitoring'),
      { kind: 'setServiceStart', name: 'InnocentNeighbour', start: 'auto', expected: 'disabled' },
      { kind: 'setServiceStart', name: 'WinDefend', start: 'boot', expected: 'disabled' },
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

  test('takes back a policy of a computer that nobody else decides over', async () => {
    const machine = await newDefender();
    await machine.install('management');
    const realTime = `${policy}\\Real-Time Protection`;
    const ends = [
      await act(machine, value(policy, 'DisableAntiSpyware')),
      await act(machine, value(realTime, 'DisableRealtimeMonitoring')),
    ];
    expect({
      ends: ends.map(({ ended, exitCode, said }) => [ended, exitCode, said]),
      before: ends.map(({ before }) => before),
      left: [
        Object.keys((await machine.readReg(policy)) ?? {}),
        Object.keys((await machine.readReg(realTime)) ?? {}),
      ],
    }).toEqual({
      ends: [
        ['exited', 0, null],
        ['exited', 0, null],
      ],
      before: [[{ kind: 'registryNumber', data: 1 }], [{ kind: 'registryNumber', data: 1 }]],
      left: [['InnocentNeighbour'], []],
    });
  });

  describe('a policy of a computer', () => {
    const computer = sharedMachine('defender', 'management');

    test.each<readonly [string, Setting | null, Buffer | null, MessageId]>([
      [
        'whose enrolment could not be asked',
        [management, 'Fail', 0x80180001],
        null,
        'refused.policyMaybeManaged',
      ],
      [
        'that does not say whether it is enrolled',
        [management, 'Silent', 1],
        null,
        'refused.policyMaybeManaged',
      ],
      [
        'that is enrolled in device management',
        [management, 'Registered', 1],
        null,
        'refused.policyManaged',
      ],
      [
        'that reports to Defender for Endpoint',
        [onboarding, 'OnboardingState', 1],
        null,
        'refused.policyManaged',
      ],
      ['whose local group policy writes it', null, written, 'refused.policyLocal'],
      ['whose local group policy is damaged', null, Buffer.from('PReg'), 'refused.policyLocal'],
      // The last: what it changes is not made as it was.
      [
        'with tamper protection',
        [`${defender}\\Features`, 'TamperProtection', 5],
        null,
        'refused.tamperProtected',
      ],
    ])('is left alone %s', async (_what, setting, file, reason) => {
      const machine = computer();
      if (setting !== null) await setNumber(machine, ...setting);
      if (file !== null) await placePolicy(machine, file);
      expect(await refusal(machine)).toEqual(refusedBy(reason));
      if (setting !== null) await setNumber(machine, setting[0], setting[1], null);
      if (file !== null) await rm(machine.toLinux(localPolicy));
    });

    test('is left alone of which nobody knows whether it is enrolled', async () => {
      const machine = await newDefender();
      expect(await refusal(machine)).toEqual(refusedBy('refused.policyMaybeManaged'));
    });
  });

  test('reads into the inventory who decides over the computer, and what its local policy writes', async () => {
    const machine = await newDefender();
    await machine.install('management');
    await setNumber(machine, management, 'Registered', 1);
    await placePolicy(machine, written);
    const answer = (await runScript(machine, 'read-protection')) as { readonly inventory: unknown };
    const inventory = inventorySchema.parse(answer.inventory);
    expect({
      management: inventory.machine.management,
      policies: inventory.defender.items
        .filter(({ key }) => key.startsWith(policy))
        .map(({ name, inLocalPolicy }) => [name, inLocalPolicy]),
    }).toEqual({
      management: {
        domain: 'no',
        cloud: 'no',
        deviceManagement: 'yes',
        configurationManager: 'no',
        defenderForEndpoint: 'no',
      },
      policies: [
        ['DisableAntiSpyware', true],
        ['DisableRealtimeMonitoring', false],
      ],
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
      [message('update.goesOn')],
    ]);
  });

  test('says what is missing where there is no Defender', async () => {
    const machine = await newMachine();
    const update = await act(machine, { kind: 'updateDefenderSignatures' });
    const start = await act(machine, { kind: 'startService', name: 'WinDefend' });
    expect([update.ended, update.message, start.exitCode]).toEqual([
      'couldNotStart',
      [message('update.noMpCmdRun')],
      1060,
    ]);
  });
});
