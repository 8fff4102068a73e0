import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/shared/domain/record.ts';
import {
  dataFolder,
  journalOf,
  outcomes,
  removeOn,
  runFiles,
  runsOn,
  type Ran,
} from './support/cutover-run.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { no32Bit, serviceState } from './support/lab-spec.ts';
import { machineWith } from './support/made-ready.ts';
import { startWindows } from './support/prepared-machine.ts';
import { protect } from './support/security-center-rows.ts';

const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const realTime = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection';

/** In the lab nothing will come up, however long one waits. */
const impatient = ['--protection-wait', '0.2'];

/** What `cutover protection --json` prints. */
interface Told {
  readonly exitCode: number | null;
  readonly restored: readonly { readonly title: string; readonly done: boolean }[];
  readonly run: { readonly runId: string; readonly folder: string } | null;
}

async function protectionOn(machine: LabMachine, ...flags: readonly string[]): Promise<Told> {
  const command = ['protection', '--json', ...impatient, ...flags];
  const { exitCode, stdout, stderr } = await machine.cutover(command);
  try {
    return { ...(JSON.parse(stdout) as Omit<Told, 'exitCode'>), exitCode };
  } catch {
    throw new Error(`not one JSON document: ${exitCode} ${stdout}${stderr}`);
  }
}

describe.skipIf(no32Bit)('a computer on which nothing takes over', () => {
  let machine: LabMachine;
  let refused: Ran;
  let ran: Ran;
  let brought: Told;
  beforeAll(async () => {
    machine = await machineWith(['wsc']);
    await protect(machine, []);
    await machine.install('home', 'defender', 'management');
    await startWindows(machine);
    refused = await removeOn(machine, ['--require-replacement']);
  });
  afterAll(() => machine?.destroy());

  test('--require-replacement does not even begin', async () => {
    const hazards = refused.record.plan.hazards.filter(({ severity }) => severity === 'stop');
    expect({
      exitCode: refused.exitCode,
      outcome: refused.record.outcome,
      steps: outcomes(refused).map(([, outcome]) => outcome),
      because: hazards.map(({ id }) => id),
      service: await serviceState(machine, 'AVP21.3'),
    }).toEqual({
      exitCode: 2004,
      outcome: 'stopped',
      steps: ['notRun'],
      because: ['no-replacement'],
      service: 'RUNNING',
    });
  });

  test('removing all the same ends with a code of its own', async () => {
    ran = await removeOn(machine, impatient);
    expect({
      exitCode: ran.exitCode,
      outcome: ran.record.outcome,
      steps: outcomes(ran).map(([, outcome]) => outcome),
      restored: ran.record.restored,
    }).toEqual({
      exitCode: 2010,
      outcome: 'notProtected',
      steps: ['removed'],
      restored: [],
    });
  });

  test('protection alone changes nothing and leaves no record', async () => {
    const before = await runsOn(machine);
    const told = await protectionOn(machine);
    expect([told.restored, told.run, await runsOn(machine)]).toEqual([[], null, before]);
  });

  // Its stand-in is not signed by Microsoft, so that no verdict will ever call it protection.
  test('--enable-defender does what it can, and says that it is not proven', async () => {
    brought = await protectionOn(machine, '--enable-defender');
    expect({
      exitCode: brought.exitCode,
      restored: brought.restored.map(({ title, done }) => [title, done]),
      service: await serviceState(machine, 'WinDefend'),
      policies: Object.keys((await machine.readReg(policies)) ?? {}),
      settings: Object.keys((await machine.readReg(realTime)) ?? {}),
    }).toEqual({
      exitCode: 2010,
      restored: [
        ['Remove the policy DisableAntiSpyware that switches Microsoft Defender off', true],
        ['Remove the policy DisableRealtimeMonitoring that switches Microsoft Defender off', true],
        ['Remove the setting DisableRealtimeMonitoring that switches Microsoft Defender off', true],
        ['Remove the setting PassiveMode that switches Microsoft Defender off', true],
        ['Let Windows start WinDefend again', true],
        ['Start Microsoft Defender', true],
        ['Update the signatures of Microsoft Defender', true],
      ],
      service: 'RUNNING',
      policies: ['InnocentNeighbour'],
      settings: ['DisableBehaviorMonitoring'],
    });
  });

  test('it leaves a record of its own, with the way back of every change', async () => {
    const folder = brought.run?.folder ?? '';
    const record = JSON.parse(await machine.readFile(`${folder}\\report.json`)) as RunRecord;
    const journal = await journalOf(machine, folder);
    const files = await runFiles(machine, folder);
    expect({
      folder,
      purpose: record.purpose,
      steps: [record.steps, record.plan.steps],
      waysBack: record.restored.map(({ undo }) => undo).slice(0, 2),
      begun: journal.filter((kind) => kind === 'restoreStarted').length,
      ended: journal.filter((kind) => kind === 'restoreEnded').length,
      last: journal.at(-1),
      files: files.filter((name) => !name.startsWith('logs')),
    }).toEqual({
      folder: `${dataFolder}\\runs\\${record.runId}`,
      purpose: 'protection',
      steps: [[], []],
      waysBack: [
        `Write the value DisableAntiSpyware (REG_DWORD 1) again below ${policies}.`,
        `Write the value DisableRealtimeMonitoring (REG_DWORD 1) again below ${policies}\\Real-Time Protection.`,
      ],
      begun: 7,
      ended: 7,
      last: 'runFinished',
      files: ['after.json', 'before.json', 'journal.jsonl', 'report.html', 'report.json'],
    });
  });

  test('a later `resume` does not take it for a removal that waits', async () => {
    const { exitCode } = await machine.cutover(['resume', '--unattended', '--json']);
    expect(exitCode).not.toBe(0);
    expect(await runsOn(machine)).toContain(brought.run?.runId);
  });
});
