import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { encodeHexPassword } from '../../src/shared/windows/hex-password.ts';
import type { Action, ActionOf, ActionResult } from '../../src/shared/domain/action.ts';
import { message } from '../../src/shared/domain/message.ts';
import { english } from '../../src/shared/words/english.ts';
import type { ActionEvent } from '../../src/main/machine/machine.ts';
import { packProductCode } from '../../src/main/machine/registry/packed-guid.ts';
import type { PerformOrder } from './scripts/perform-action.ts';
import type { FixtureName } from './support/fixture-table.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { placedScript } from './support/lab-scripts.ts';
import { newMachine, no32Bit, noLab } from './support/lab-spec.ts';
import type { RunningProgram } from './support/running-program.ts';
import { filesWith, watchProcesses } from './support/secret-watch.ts';

const logFile = 'C:\\logs\\uninstall.log';
const cancelFile = 'C:\\logs\\cancel';
const kesPassword = 'Lab-Secret-1';
const agentPassword = 'Агент-2';

const kes: Action = {
  kind: 'uninstallMsi',
  productCode: '{C9EF800D-54AA-4F60-AB96-5A3966550F53}',
  properties: { KLLOGIN: 'KLAdmin' },
  secretProperties: [{ name: 'KLPASSWD', secret: 'kaspersky', encoding: 'plain' }],
};
const kesProgram =
  'C:\\Program Files\\Kaspersky Lab\\Kaspersky Endpoint Security for Windows\\avp.exe';
const agent: Action = {
  kind: 'uninstallMsi',
  productCode: '{0F05E4E5-0001-4A1B-8C2D-3E4F5A6B7C01}',
  properties: {},
  secretProperties: [{ name: 'KLUNINSTPASSWD', secret: 'agent', encoding: 'utf16leHex' }],
};

function msi(productCode: string): Action {
  return { kind: 'uninstallMsi', productCode, properties: {}, secretProperties: [] };
}

function program(folder: string): Action {
  const workingFolder = `C:\\Program Files (x86)\\Kaspersky Lab\\${folder}`;
  return {
    kind: 'runUninstaller',
    program: `${workingFolder}\\uninstall.exe`,
    args: ['/S'],
    workingFolder,
    maker: { signed: true, name: 'AO Kaspersky Lab' },
  };
}

/** Lets Wine make windows where there is no screen. */
const windowsWithoutScreen = `Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Wine\\Drivers]
"Graphics"="null"
`;

async function machineWith(...names: readonly FixtureName[]): Promise<LabMachine> {
  const machine = await newMachine(...names);
  await machine.writeFile('C:\\logs\\about.txt', 'logs of installers');
  return machine;
}

function order(action: Action, more: Partial<PerformOrder> = {}): PerformOrder {
  return {
    action,
    secrets: {},
    logFile,
    timeLimitMs: 60_000,
    cancelFile,
    gracefulEndMs: 60_000,
    ...more,
  };
}

interface Performed {
  readonly events: readonly ActionEvent[];
  readonly result: Omit<ActionResult, 'startedAt' | 'durationMs'>;
}

async function performOn(machine: LabMachine, wanted: PerformOrder): Promise<Performed> {
  return await performed(await startPerforming(machine, wanted));
}

async function startPerforming(machine: LabMachine, wanted: PerformOrder): Promise<RunningProgram> {
  const script = await placedScript(machine, 'perform-action');
  const options = { stdin: JSON.stringify(wanted), cwd: 'C:\\cutover' };
  return await machine.start('C:\\lab\\node.exe', [script], options);
}

async function performed(running: RunningProgram): Promise<Performed> {
  const { stdout, stderr, exitCode } = await running.wait();
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ActionEvent | Said);
  const said = lines.at(-1);
  if (exitCode !== 0 || said?.kind !== 'result')
    throw new Error(`ended with ${exitCode}: ${stderr}`);
  const { startedAt, durationMs, ...result } = said.result;
  // Nothing ran where there is no exit code.
  expect(durationMs > 0 || result.exitCode === null).toBe(true);
  expect(Date.parse(startedAt)).toBeGreaterThan(0);
  return { events: lines.filter((line) => line.kind !== 'result'), result };
}

interface Said {
  readonly kind: 'result';
  readonly result: ActionResult;
}

function fractionsOf(events: readonly ActionEvent[]): number[] {
  return events.flatMap((event) => (event.kind === 'progress' ? (event.fraction ?? []) : []));
}

function waitedFor(events: readonly ActionEvent[]): string[] {
  return [
    ...new Set(
      events.flatMap((event) => (event.kind === 'waiting' ? english.render(event.waitingFor) : [])),
    ),
  ];
}

/** Comes back when another installation seems to be under way. */
async function holdInstaller(machine: LabMachine): Promise<RunningProgram> {
  const script = await placedScript(machine, 'hold-installer');
  const holder = await machine.start('C:\\lab\\node.exe', [script], { cwd: 'C:\\cutover' });
  await holder.printed('held');
  return holder;
}

/** Wine's tasklist writes UTF-16. */
async function isRunning(machine: LabMachine, image: string): Promise<boolean> {
  const { stdout } = await machine.run('tasklist.exe');
  return stdout.replaceAll('\0', '').includes(image);
}

async function untilRunning(machine: LabMachine, image: string): Promise<void> {
  while (!(await isRunning(machine, image))) await sleep(200);
}

const exited = {
  ended: 'exited',
  message: [],
  said: null,
  undone: false,
  passwordNamed: false,
  killedProcesses: [],
} as const;

describe.skipIf(noLab)('performing an action on Windows', () => {
  test('a protected product is not removed without its password, and the result says so', async () => {
    const machine = await machineWith('kes');
    const { result } = await performOn(machine, order(kes, { secrets: { kaspersky: 'not it' } }));
    const log = await machine.readFile(logFile);
    expect({ ...result, present: machine.exists(kesProgram), log }).toEqual({
      ...exited,
      exitCode: 1603,
      command: `msiexec.exe /x {C9EF800D-54AA-4F60-AB96-5A3966550F53} /qn REBOOT="ReallySuppress" KLLOGIN="KLAdmin" KLPASSWD=********`,
      logFile,
      present: true,
      // Wine writes properties into the log whatever it was asked for, so this shows the cleaning at work.
      log: expect.stringContaining('KLPASSWD = ******\n'),
    });
    expect(log).not.toContain('not it');
  });

  test('a protected product is removed with its password, which nobody else gets to see', async () => {
    const machine = await machineWith('kes');
    const begun = Date.now();
    const wanted = order(kes, { secrets: { kaspersky: kesPassword } });
    const removal = async () => performOn(machine, wanted);
    const { value, watch } = await watchProcesses(machine, [kesPassword], removal);
    const fractions = fractionsOf(value.events);
    await machine.stop();
    const prefix = dirname(machine.toLinux('C:\\'));
    expect({
      result: value.result,
      present: machine.exists(kesProgram),
      watch,
      leaks: await filesWith([kesPassword, encodeHexPassword(kesPassword)], prefix, begun),
      grows: fractions.every((fraction, index) => fraction >= (fractions[index - 1] ?? 0)),
      last: fractions.at(-1),
    }).toEqual({
      result: {
        ...exited,
        exitCode: 0,
        command: expect.not.stringContaining(kesPassword),
        logFile,
      },
      present: false,
      watch: { leaks: [], sawWorker: true },
      leaks: [],
      grows: true,
      last: 1,
    });
    expect(fractions.length).toBeGreaterThan(5);
  });

  test('the search for the password finds one that was left behind', async () => {
    const machine = await machineWith();
    const begun = Date.now();
    const path = machine.toLinux('C:\\logs\\leak.log');
    await writeFile(path, `KLPASSWD=${kesPassword}`, 'utf16le');
    expect(await filesWith([kesPassword], dirname(machine.toLinux('C:\\')), begun)).toEqual([path]);
  });

  test('an action that was cancelled before it began changes nothing', async () => {
    const machine = await machineWith('kes');
    await machine.writeFile(cancelFile, '');
    const wanted = order(kes, { secrets: { kaspersky: kesPassword } });
    const { result } = await performOn(machine, wanted);
    expect([result.ended, machine.exists(kesProgram)]).toEqual(['cancelled', true]);
  });

  test('it waits for another installation, and says so', async () => {
    const machine = await machineWith('kes');
    const holder = await holdInstaller(machine);
    const wanted = order(kes, { secrets: { kaspersky: kesPassword } });
    const running = await startPerforming(machine, wanted);
    await running.printed('waiting.otherInstallation');
    await holder.kill();
    const { events, result } = await performed(running);
    // A worker that is slow to start is waited for as well.
    expect([waitedFor(events), result.exitCode]).toEqual([
      expect.arrayContaining(['another installation on this computer']),
      0,
    ]);
  });

  test('it gives up when another installation does not end, and has changed nothing', async () => {
    const machine = await machineWith('kes');
    await holdInstaller(machine);
    const wanted = order(kes, { secrets: { kaspersky: kesPassword }, timeLimitMs: 3_000 });
    const { result } = await performOn(machine, wanted);
    expect([result.ended, result.exitCode, machine.exists(kesProgram)]).toEqual([
      'exited',
      1618,
      true,
    ]);
  });

  test('a removal that has begun is finished although Cutover is killed', async () => {
    const machine = await machineWith('kes');
    const wanted = order(kes, { secrets: { kaspersky: kesPassword } });
    const running = await startPerforming(machine, wanted);
    await running.printed('"fraction":0,');
    const killed = await running.kill();
    const deadline = Date.now() + 20_000;
    while (machine.exists(kesProgram) && Date.now() < deadline) await sleep(100);
    expect([killed.stdout.includes('"kind":"result"'), machine.exists(kesProgram)]).toEqual([
      false,
      false,
    ]);
  });

  test('a product of which this account has a copy of its own is not removed', async () => {
    const machine = await machineWith('kes');
    const code = '{C9EF800D-54AA-4F60-AB96-5A3966550F53}';
    const key = `HKEY_CURRENT_USER\\Software\\Microsoft\\Installer\\Products\\${packProductCode(code)}`;
    await machine.importReg(
      `Windows Registry Editor Version 5.00\n\n[${key}]\n"ProductName"="Kaspersky"\n`,
    );
    const { result } = await performOn(
      machine,
      order(kes, { secrets: { kaspersky: kesPassword } }),
    );
    expect([result.ended, result.message, machine.exists(kesProgram)]).toMatchObject([
      'couldNotStart',
      [{ id: 'proof.personHasToo' }],
      true,
    ]);
  });

  test('a product that is not there answers 1605', async () => {
    const machine = await machineWith();
    const { result } = await performOn(
      machine,
      order(msi('{7A6B20D0-0001-4A1B-8C2D-3E4F5A6B7C99}')),
    );
    expect([result.ended, result.exitCode]).toEqual(['exited', 1605]);
  });

  test('an uninstaller that has gone since the scan is not started', async () => {
    const machine = await machineWith();
    const { result } = await performOn(machine, order(program('Kaspersky Security Scan')));
    expect([result.ended, result.exitCode, result.message]).toEqual([
      'couldNotStart',
      null,
      [
        message('refused.programGone', {
          program: 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Security Scan\\uninstall.exe',
        }),
      ],
    ]);
  });
});

describe.skipIf(no32Bit)('performing an action on a 32-bit product', () => {
  test('the agent gets its password as hexadecimal digits, which nobody else gets to see', async () => {
    const machine = await machineWith('agent');
    const begun = Date.now();
    const hex = encodeHexPassword(agentPassword);
    const secrets = [agentPassword, hex, hex.toLowerCase()];
    const wanted = order(agent, { secrets: { agent: agentPassword } });
    const removal = async () => performOn(machine, wanted);
    const { value, watch } = await watchProcesses(machine, secrets, removal);
    await machine.stop();
    expect({
      exitCode: value.result.exitCode,
      watch,
      leaks: await filesWith(secrets, dirname(machine.toLinux('C:\\')), begun),
    }).toEqual({ exitCode: 0, watch: { leaks: [], sawWorker: true }, leaks: [] });
  });

  test('the agent refuses when no password is given', async () => {
    const machine = await machineWith('agent');
    const { result } = await performOn(machine, order(agent));
    expect([result.exitCode, result.command]).toEqual([
      1603,
      'msiexec.exe /x {0F05E4E5-0001-4A1B-8C2D-3E4F5A6B7C01} /qn REBOOT="ReallySuppress"',
    ]);
  });

  test('a restart that is needed is reported and not started', async () => {
    const machine = await machineWith('restart');
    const { result } = await performOn(
      machine,
      order(msi('{3C9E4F10-0001-4A1B-8C2D-3E4F5A6B7C01}')),
    );
    expect([result.ended, result.exitCode]).toEqual(['exited', 3010]);
  });

  test('an uninstaller that says it is done is believed no further than its word', async () => {
    const machine = await machineWith('liar');
    const { result } = await performOn(
      machine,
      order(msi('{7A6B20D0-0001-4A1B-8C2D-3E4F5A6B7C01}')),
    );
    const service = await machine.readReg('HKLM\\SYSTEM\\CurrentControlSet\\Services\\AVP20.0');
    expect([result.exitCode, service === undefined]).toEqual([0, false]);
  });

  test('an uninstaller that another maker signed than the one that was judged is not started', async () => {
    const machine = await machineWith('utility');
    const wanted = program('Kaspersky Security Scan') as ActionOf<'runUninstaller'>;
    const makers = [
      { signed: true, name: 'Kaspersky Lab' },
      { signed: false, name: 'AO Kaspersky Lab' },
      null,
    ];
    const refusals: unknown[] = [];
    for (const maker of makers) {
      const { result } = await performOn(machine, order({ ...wanted, maker }));
      refusals.push([result.ended, ...result.message.map(({ id }) => id)]);
    }
    expect([refusals, machine.exists(wanted.program)]).toEqual([
      [
        ['couldNotStart', 'uninstaller.foreign'],
        ['couldNotStart', 'uninstaller.foreign'],
        ['couldNotStart', 'uninstaller.signature.unknown'],
      ],
      true,
    ]);
  });

  test('the copy that an uninstaller hands over to is waited for, and its exit code counts', async () => {
    const machine = await machineWith('utility');
    const { result } = await performOn(machine, order(program('Kaspersky Security Scan')));
    const folder = 'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Security Scan';
    expect({ ...result, present: machine.exists(folder) }).toEqual({
      ...exited,
      exitCode: 0,
      message: [{ id: 'removal.handedOver', values: { program: expect.any(String) } }],
      command: `"${folder}\\uninstall.exe" /S`,
      logFile: null,
      present: false,
    });
  });

  test('an uninstaller that never ends is ended with its children when its time is over, and said to show a window', async () => {
    const machine = await machineWith('hanging');
    await machine.importReg(windowsWithoutScreen);
    const wanted = order(program('Kaspersky Software Updater'), { timeLimitMs: 8_000 });
    const { events, result } = await performOn(machine, wanted);
    expect({
      ended: result.ended,
      killed: result.killedProcesses,
      waited: waitedFor(events),
      why: english.sentences(result.message),
    }).toEqual({
      ended: 'timedOut',
      killed: ['uninstall.exe', 'uninstall.exe'],
      waited: expect.arrayContaining([
        'uninstall.exe, which shows a window: “Software Updater ’in use’”',
      ]),
      why: 'uninstall.exe showed a window that was not closed: “Software Updater ’in use’”.',
    });
  });

  test('an uninstaller under way is left alone when the person cancels', async () => {
    const machine = await machineWith('hanging');
    const wanted = order(program('Kaspersky Software Updater'), { gracefulEndMs: 1_000 });
    const performing = performOn(machine, wanted);
    await untilRunning(machine, 'uninstall.exe');
    await machine.writeFile(cancelFile, '');
    const { result } = await performing;
    expect([
      result.ended,
      result.killedProcesses,
      await isRunning(machine, 'uninstall.exe'),
    ]).toEqual(['cancelled', [], true]);
  });
});
