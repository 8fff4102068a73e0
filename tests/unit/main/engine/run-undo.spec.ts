import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { readJournal } from '../../../../src/main/engine/record/journal.ts';
import { createRunFolder, type RunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { lastingSteps, undoPlan } from '../../../../src/main/engine/run/undo-plan.ts';
import { plan } from '../../../../src/main/engine/plan/plan.ts';
import type { Finding } from '../../../../src/shared/domain/finding.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import type { JournalFact } from '../../../../src/main/engine/record/journal-fact.ts';
import { changeStep } from '../../../../src/shared/domain/plan/change-step.ts';
import { emptyPlan } from '../../../../src/shared/domain/plan/empty-plan.ts';
import { defaultChoice, type Choice } from '../../../../src/shared/domain/plan/plan.ts';
import { stepsTaken } from '../../../../src/shared/domain/run/steps-taken.ts';
import { tryRun, type KillPoint } from '../../../support/killable-run.ts';
import { inventoryOf } from '../../../support/inventory-builder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { runsIn } from '../../../support/runs-in.ts';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection';
const name = 'DisableRealtimeMonitoring';

/** What a computer and its runs lie in. */
const machineIn = async (data: string) => {
  const computer = practiceComputers.find(({ id }) => id === 'defender-off');
  if (computer === undefined) throw new Error('There is no such practice computer.');
  return await PracticeMachine.open({ computer, folder: join(data, 'pc'), speed: 0 });
};

/** The folder of a computer from which Kaspersky was removed. */
async function removed(): Promise<string> {
  const data = temporaryFolder();
  await tryRun({
    machine: await machineIn(data),
    folder: createRunFolder(runsIn(data), systemClock),
  });
  return data;
}

/** A copy of such a computer, on which Microsoft Defender was reactivated by a run of its own. */
async function reactivated(from?: string, kill?: KillPoint) {
  const data = copyOf(from ?? (await removed()));
  const machine = await machineIn(data);
  const before = await switches(machine);
  const run = createRunFolder(runsIn(data), systemClock);
  const choice = { phases: ['reactivate'], only: [] } as const;
  const { killPoints } = await tryRun({ machine, folder: run, choice, ...(kill && { kill }) });
  return { data, machine, before, run, killPoints };
}

function copyOf(data: string): string {
  const copy = temporaryFolder();
  cpSync(data, copy, { recursive: true });
  return copy;
}

/** What can be put back of Microsoft Defender: how its services start, and its settings. */
async function switches(machine: PracticeMachine) {
  const { services, defender } = await machine.inventory();
  const starts = services.items.map((service) => `${service.name} ${service.start}`);
  const settings = defender.items.map((item) => `${item.key}\\${item.name} ${item.data}`);
  return [...starts, ...settings].toSorted();
}

const entriesOf = (run: RunFolder) => {
  const journal = readJournal(join(run.path, 'journal.jsonl'));
  return journal.ok ? journal.entries : [];
};

/** Takes the run back. */
async function undo(
  { data, machine }: Pick<Awaited<ReturnType<typeof reactivated>>, 'data' | 'machine'>,
  run: RunFolder,
) {
  const choice = { phases: ['undo'], undoes: run.runId } as const;
  const trial = {
    machine,
    folder: createRunFolder(runsIn(data), systemClock),
    choice,
    plan: (inventory: Inventory, findings: readonly Finding[], asked: Choice) =>
      asked.undoes === null
        ? plan(inventory, findings, asked)
        : undoPlan(entriesOf(run), inventory, findings, asked, false),
  };
  const { end } = await tryRun(trial);
  if (end === 'killed' || end.kind !== 'ended') throw new Error('It did not come to its end.');
  const ends = stepsTaken(end.record).map(({ step, result }) => [step.id, result.outcome]);
  return { exit: end.exit, ends, folder: trial.folder };
}

describe('a run that takes back another one', () => {
  it('puts back what can be put back, the last change first, and says that nothing protects', async () => {
    const computer = await reactivated();
    const { exit, ends } = await undo(computer, computer.run);
    expect({ exit, ends, after: await switches(computer.machine) }).toEqual({
      exit: 'notProtected',
      ends: [
        ['undo:setServiceStart:WinDefend', 'done'],
        ['undo:setServiceStart:WdNisSvc', 'done'],
        [`undo:writeRegistryValue:${key}\\DisableRealtimeMonitoring`, 'done'],
      ],
      after: computer.before,
    });
  });

  it('finds nothing to do the second time, and can itself be taken back', async () => {
    const computer = await reactivated();
    const before = await switches(computer.machine);
    const { folder } = await undo(computer, computer.run);
    const twice = await undo(computer, computer.run);
    const after = await switches(computer.machine);
    await undo(computer, folder);
    expect({ twice: twice.ends, after, redone: await switches(computer.machine) }).toEqual({
      twice: [],
      after: computer.before,
      redone: before,
    });
  });

  it('takes back a run wherever that was killed', async () => {
    const from = await removed();
    const { killPoints } = await reactivated(from);
    for (const kill of killPoints) {
      const computer = await reactivated(from, kill);
      const { ends } = await undo(computer, computer.run);
      const outcomes = new Set(ends.map(([, outcome]) => outcome));
      expect([kill, [...outcomes], await switches(computer.machine)]).toEqual([
        kill,
        outcomes.size === 0 ? [] : ['done'],
        computer.before,
      ]);
    }
  }, 120_000);

  it('leaves alone what somebody has changed since, and says so with its exit code', async () => {
    const computer = await reactivated();
    const theirs = { kind: 'writeRegistryValue', key, name, data: 2 } as const;
    await computer.machine.perform(theirs, {
      secrets: { get: () => undefined },
      timeLimitMs: 1000,
      logFile: join(computer.data, 'log'),
      temporaryFolder: computer.data,
      quarantineFolder: () => '',
      signal: new AbortController().signal,
      onEvent: () => undefined,
      remember: () => undefined,
    });
    const { exit, ends } = await undo(computer, computer.run);
    expect([exit, ends.map(([, outcome]) => outcome), await switches(computer.machine)]).toEqual([
      'notUndone',
      ['done', 'done', 'failed'],
      computer.before.map((each) => each.replace(`${name} 1`, `${name} 2`)),
    ]);
  });

  it('names what nothing takes back', async () => {
    const { run } = await reactivated();
    expect(lastingSteps(entriesOf(run), false).map(({ id }) => id)).toEqual([
      'reactivate:startService:WinDefend',
      'reactivate:updateDefenderSignatures',
    ]);
  });
});

it('takes a value that was put back out again only as it was put back', () => {
  const command = '"C:\\Program Files\\Kaspersky Lab\\Kaspersky 21.19\\avpui.exe" -m';
  const data = Buffer.from(`${command}\0`, 'utf16le').toString('hex');
  const where = { key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run', name: 'AVPUI' };
  const about = { kind: 'remains', leftover: 'autostart', name: 'AVPUI' } as const;
  const action = { kind: 'returnValue', ...where, value: { type: 1, data } } as const;
  const step = changeStep('undo', about, action);
  const choice = { ...defaultChoice, phases: ['undo'] } as const;
  const facts: readonly JournalFact[] = [
    { kind: 'planned', plan: { ...emptyPlan, steps: [step], choice } },
    {
      kind: 'stepBefore',
      stepId: step.id,
      before: { kind: 'registryValue', value: null },
    },
  ];
  const time = '2026-09-01T10:00:00.000Z';
  const entries = facts.map((fact, index) => ({ sequence: index + 1, time, fact }));
  const shown = inventoryOf({ autostarts: [{ ...where, command, userSid: null }] });
  const inverse = undoPlan(entries, shown, [], choice, false);
  expect(inverse.steps.map((each) => each.action)).toEqual([
    { kind: 'quarantineValue', ...where, expected: command },
  ]);
});

it.each([
  ['has Windows install a component of the network again where it still can', 'oem7.inf'],
  ['says of one that cannot be installed again that nothing brings it back', null],
])('%s', (_words, inf) => {
  const instanceKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Network\\{C}\\{I}';
  const component = { componentId: 'kl_filter', instanceKey, service: 'klim6' };
  const seenIn = { kind: 'networkComponent', ref: 'kl_filter' } as const;
  const about = {
    kind: 'danger',
    danger: 'networkFilterWithoutDriver',
    name: 'klim6',
    seenIn,
  } as const;
  const step = changeStep('clean', about, { kind: 'removeNetworkComponent', ...component });
  const before = { kind: 'networkComponent', there: true, description: 'Filter', inf } as const;
  const facts: readonly JournalFact[] = [
    { kind: 'planned', plan: { ...emptyPlan, steps: [step], choice: defaultChoice } },
    { kind: 'stepStarted', stepId: step.id, pendingRestarts: [] },
    { kind: 'stepBefore', stepId: step.id, before },
  ];
  const time = '2026-09-01T10:00:00.000Z';
  const entries = facts.map((fact, index) => ({ sequence: index + 1, time, fact }));
  const choice = { ...defaultChoice, phases: ['undo'] } as const;
  const { steps } = undoPlan(entries, inventoryOf(), [], choice, false);
  const back = { kind: 'installNetworkComponent', ...component, description: 'Filter' };
  expect([steps.map(({ action }) => action), lastingSteps(entries, false)]).toEqual(
    inf === null ? [[], [step]] : [[back], []],
  );
});
