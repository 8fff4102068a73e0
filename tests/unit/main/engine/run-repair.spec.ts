import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { readJournal } from '../../../../src/main/engine/record/journal.ts';
import { createRunFolder, type RunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { undoPlan } from '../../../../src/main/engine/run/undo-plan.ts';
import { plan } from '../../../../src/main/engine/plan/plan.ts';
import { networkComponent } from '../../../../src/main/machine/practice/computers/parts.ts';
import type { PracticeComputer } from '../../../../src/main/machine/practice/computers/practice-computer.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import type { Finding } from '../../../../src/shared/domain/finding.ts';
import type { Inventory } from '../../../../src/shared/domain/inventory.ts';
import type { Choice } from '../../../../src/shared/domain/plan/plan.ts';
import { stepsTaken } from '../../../../src/shared/domain/run/steps-taken.ts';
import { readSection } from '../../../../src/shared/domain/section.ts';
import { sectionNames } from '../../../../src/shared/domain/sections.ts';
import { tryRun, type KillPoint } from '../../../support/killable-run.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const keyboard = '{4D36E96B-E325-11CE-BFC1-08002BE10318}';
const upper = ['SynTP', 'klkbdflt.K4W-21-19', 'kbdclass'];

/** The half-removed computer, on which a filter of the keyboard and one of a device were forgotten besides. */
function computer(): PracticeComputer {
  const found = practiceComputers.find(({ id }) => id === 'half-removed');
  if (found === undefined) throw new Error('There is no such practice computer.');
  const inventory: Inventory = {
    ...found.inventory,
    classFilters: readSection([
      { classGuid: keyboard, className: 'Keyboard', upperFilters: upper, lowerFilters: [] },
    ]),
    deviceFilters: readSection([
      {
        instanceId: 'HID\\VID_046D\\1',
        classGuid: keyboard,
        description: 'HID Keyboard Device',
        upperFilters: ['klkbdflt2'],
        lowerFilters: ['acme'],
      },
    ]),
    networkComponents: readSection([
      ...found.inventory.networkComponents.items,
      networkComponent('kl_klim6', 'Kaspersky Anti-Virus NDIS 6 Filter', 'klim6'),
    ]),
  };
  return { ...found, inventory };
}

async function machineIn(data: string) {
  return await PracticeMachine.open({ computer: computer(), folder: join(data, 'pc'), speed: 0 });
}

/** Everything the computer shows, whatever its order. */
async function shown(machine: PracticeMachine) {
  const inventory = await machine.inventory();
  return sectionNames.map((name) =>
    inventory[name].items.map((item: object) => textOf(item)).toSorted(),
  );
}

/** The same however its parts are ordered. */
function textOf(item: object): string {
  return JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const entriesOf = (run: RunFolder) => {
  const journal = readJournal(join(run.path, 'journal.jsonl'));
  return journal.ok ? journal.entries : [];
};

/** Cleans, or takes back what a run cleaned; started again until it is not killed any more. */
async function go(data: string, undone: RunFolder | null, kill?: KillPoint) {
  const machine = await machineIn(data);
  const trial = {
    machine,
    folder: createRunFolder(runsIn(data), systemClock),
    ...(undone !== null && { choice: { phases: ['undo'], undoes: undone.runId } as const }),
    plan: (inventory: Inventory, findings: readonly Finding[], asked: Choice) =>
      asked.undoes === null || undone === null
        ? plan(inventory, findings, asked)
        : undoPlan(entriesOf(undone), inventory, findings, asked, false),
  };
  const first = await tryRun({ ...trial, ...(kill && { kill }) });
  const { end } = first.end === 'killed' ? await tryRun(trial) : first;
  if (end === 'killed' || end.kind !== 'ended') throw new Error('It did not come to its end.');
  const ends = stepsTaken(end.record).map(({ step, result }) => [step.action.kind, result.outcome]);
  const { outcome } = end.record;
  return { outcome, ends, killPoints: first.killPoints, folder: trial.folder, machine };
}

function copyOf(data: string): string {
  const copy = temporaryFolder();
  cpSync(data, copy, { recursive: true });
  return copy;
}

describe('a run on a computer on which nothing but dangers are left', () => {
  it('mends them, filters first, and is taken back to what was there, twice without harm', async () => {
    const data = temporaryFolder();
    const before = await shown(await machineIn(data));
    const clean = await go(data, null);
    const { classFilters } = await clean.machine.inventory();
    const back = await go(data, clean.folder);
    const twice = await go(data, clean.folder);
    expect({
      clean: [clean.outcome, clean.ends.map(([kind]) => kind)],
      list: classFilters.items[0]?.upperFilters,
      back: [back.outcome, back.ends.length],
      twice: twice.ends,
      same: await shown(back.machine),
    }).toEqual({
      clean: [
        'cleanAndProtected',
        [
          'takeFromFilterList',
          'takeFromFilterList',
          'removeNetworkComponent',
          'deleteDriver',
          'distrustCertificate',
          'quarantineFolder',
          'quarantineFolder',
          'quarantineFolder',
          'quarantineAmsiProvider',
          'quarantineTask',
          'quarantineKey',
          'quarantineKey',
        ],
      ],
      list: ['SynTP', 'kbdclass'],
      back: ['dangerFound', 12],
      twice: [],
      same: before,
    });
  });

  it('can be taken back itself after it was taken back', async () => {
    const data = temporaryFolder();
    const clean = await go(data, null);
    const after = await shown(clean.machine);
    const back = await go(data, clean.folder);
    const again = await go(data, back.folder);
    expect([again.ends.length, await shown(again.machine)]).toEqual([12, after]);
  });

  it('ends the same wherever it is killed, and so does what takes it back', async () => {
    const data = temporaryFolder();
    const before = await shown(await machineIn(data));
    const start = copyOf(data);
    const whole = await go(data, null);
    const after = await shown(whole.machine);
    for (const kill of whole.killPoints) {
      const killed = await go(copyOf(start), null, kill);
      expect([kill, killed.outcome, await shown(killed.machine)]).toEqual([
        kill,
        'cleanAndProtected',
        after,
      ]);
    }
    const cleaned = copyOf(data);
    const back = await go(data, whole.folder);
    for (const kill of back.killPoints) {
      // In the same place: the journal says where things are kept.
      rmSync(data, { recursive: true });
      cpSync(cleaned, data, { recursive: true });
      const killed = await go(data, whole.folder, kill);
      expect([kill, await shown(killed.machine)]).toEqual([kill, before]);
    }
  }, 600_000);
});

describe('a run that is to keep what remains', () => {
  it('mends nothing', async () => {
    const machine = await machineIn(temporaryFolder());
    const folder = createRunFolder(runsIn(temporaryFolder()), systemClock);
    const { end } = await tryRun({ machine, folder, choice: { phases: ['remove'] } });
    if (end === 'killed' || end.kind !== 'ended') throw new Error('It did not come to its end.');
    expect([end.record.outcome, end.record.steps]).toEqual(['dangerFound', []]);
  });
});

describe('a danger that the restart brings about', () => {
  it('is mended before it, also while the restart is due', async () => {
    const home = practiceComputers.find(({ id }) => id === 'home');
    if (home === undefined) throw new Error('There is no such practice computer.');
    const left = {
      classGuid: keyboard,
      className: 'Keyboard',
      upperFilters: upper,
      lowerFilters: [],
    };
    const effects = home.effects.map((effect) => ({
      ...effect,
      changes: {
        ...effect.changes,
        remove: {
          ...effect.changes.remove,
          services: [...(effect.changes.remove.services ?? []), 'klkbdflt.K4W-21-19'],
        },
        put: { ...effect.changes.put, classFilters: [left] },
      },
    }));
    const data = temporaryFolder();
    const machine = await PracticeMachine.open({
      computer: { ...home, effects },
      folder: join(data, 'pc'),
      speed: 0,
    });
    const { end } = await tryRun({ machine, folder: createRunFolder(runsIn(data), systemClock) });
    if (end === 'killed' || end.kind !== 'ended') throw new Error('It did not come to its end.');
    const ends = stepsTaken(end.record).map(({ step, result }) => [step.id, result.outcome]);
    expect([end.record.outcome, ends]).toEqual([
      'restartNeeded',
      [
        [expect.stringContaining('remove:'), 'restartNeeded'],
        [expect.stringContaining('clean:takeFromFilterList:'), 'done'],
      ],
    ]);
  });
});
