import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjectOf } from '../../src/shared/domain/action-subject.ts';
import type { Step, TakenStep } from '../../src/shared/domain/plan/step.ts';
import type { RunRecord } from '../../src/shared/domain/run/record.ts';
import {
  dataFolder,
  journalOf,
  outcomes,
  ranOn,
  removeOn,
  runFiles,
  runsOn,
  type Ran,
} from './support/cutover-run.ts';
import type { LabMachine } from './support/lab-machine.ts';
import { no32Bit, serviceState } from './support/lab-spec.ts';
import { machineWith } from './support/made-ready.ts';
import { startWindows } from './support/prepared-machine.ts';
import { readService } from './support/read-service.ts';
import { protect } from './support/security-center-rows.ts';

const policies = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const state = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender';
const realTime = `${state}\\Real-Time Protection`;

/** In the lab nothing will come up, however long one waits. */
const impatient = ['--protection-wait', '0.2'];

/** What `cutover protection --json` prints. */
interface Told {
  readonly exitCode: number | null;
  readonly steps: readonly TakenStep[];
  readonly run: { readonly runId: string; readonly folder: string } | null;
}

function kindOf({ action }: Step): string {
  return [action.kind, subjectOf(action)].filter((part) => part !== null).join(' ');
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

/** Everything that keeps Microsoft Defender off, as it stands in the registry. */
async function switchesOf(machine: LabMachine) {
  const keys = [policies, `${policies}\\Real-Time Protection`, state, realTime];
  const values = await Promise.all(keys.map(async (key) => await machine.readReg(key)));
  return [...values, await readService(machine, 'WinDefend')];
}

describe.skipIf(no32Bit)('a computer on which nothing takes over', () => {
  let machine: LabMachine;
  let refused: Ran;
  let ran: Ran;
  let brought: Told;
  let switches: unknown;
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
    }).toEqual({
      exitCode: 2010,
      outcome: 'notProtected',
      // What it left is cleaned up besides.
      steps: ['removed', 'done', 'done', 'done', 'done'],
    });
  });

  test('protection alone changes nothing and leaves no record', async () => {
    const before = await runsOn(machine);
    const told = await protectionOn(machine);
    expect([told.steps, told.run, await runsOn(machine)]).toEqual([[], null, before]);
  });

  // Its stand-in is not signed by Microsoft, so that no verdict will ever call it protection.
  test('--enable-defender does what it can, and says that it is not proven', async () => {
    switches = await switchesOf(machine);
    brought = await protectionOn(machine, '--enable-defender');
    expect({
      exitCode: brought.exitCode,
      steps: brought.steps.map(({ step, result }) => [kindOf(step), result.outcome]),
      service: await serviceState(machine, 'WinDefend'),
      policies: Object.keys((await machine.readReg(policies)) ?? {}),
      settings: Object.keys((await machine.readReg(realTime)) ?? {}),
    }).toEqual({
      exitCode: 2010,
      steps: [
        [`removeRegistryValue ${policies}\\DisableAntiSpyware`, 'done'],
        [
          `removeRegistryValue ${policies}\\Real-Time Protection\\DisableRealtimeMonitoring`,
          'done',
        ],
        [`removeRegistryValue ${realTime}\\DisableRealtimeMonitoring`, 'done'],
        [`removeRegistryValue ${state}\\PassiveMode`, 'done'],
        ['setServiceStart WinDefend', 'done'],
        ['startService WinDefend', 'done'],
        ['updateDefenderSignatures', 'done'],
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
      phases: record.plan.choice.phases,
      products: record.plan.steps.filter(({ about }) => about.kind === 'product'),
      begun: journal.filter((kind) => kind === 'stepStarted').length,
      remembered: journal.filter((kind) => kind === 'stepBefore').length,
      ended: journal.filter((kind) => kind === 'stepEnded').length,
      last: journal.at(-1),
      files: files.filter((name) => !name.startsWith('logs')),
    }).toEqual({
      folder: `${dataFolder}\\runs\\${record.runId}`,
      phases: ['reactivate'],
      products: [],
      begun: 7,
      remembered: 5,
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

  test('`restore` puts every switch back, and says that nothing protects', async () => {
    const restored = await ranOn(machine, ['restore', brought.run?.runId ?? '']);
    const { outcome, steps } = restored.record;
    expect({
      exitCode: restored.exitCode,
      outcome,
      steps: steps.map((step) => step.outcome),
      switches: await switchesOf(machine),
    }).toEqual({
      exitCode: 2010,
      outcome: 'notProtected',
      steps: ['done', 'done', 'done', 'done', 'done'],
      switches,
    });
  });
});
