import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { readJournal } from '../../../../src/main/engine/record/journal.ts';
import {
  createRunFolder,
  listRuns,
  type RunFolder,
} from '../../../../src/main/engine/record/run-folder.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import {
  bringBackDefender,
  type BringBackEnd,
} from '../../../../src/main/session/bring-back-defender.ts';
import type { Machine } from '../../../../src/main/machine/machine.ts';
import type { Action } from '../../../../src/shared/domain/action.ts';
import { tryRun, type KillPoint, type RunTrial } from '../../../support/killable-run.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const toBringBack: Pick<RunTrial, 'purpose' | 'choice'> = {
  purpose: 'protection',
  choice: { only: [], enableDefender: true },
};

/** A computer of the practice set, after Kaspersky went where `removed`. */
async function prepare(id: string, { removed }: { readonly removed: boolean }) {
  const computer = practiceComputers.find((candidate) => candidate.id === id);
  if (computer === undefined) throw new Error(`There is no ${id}.`);
  const data = temporaryFolder();
  const machine = await PracticeMachine.open({ computer, folder: join(data, 'pc'), speed: 0 });
  if (removed) await tryRun({ machine, folder: createRunFolder(data, systemClock) });
  return { data, machine };
}

/** Starts it until it is not killed any more. */
async function untilTheEnd(kills: readonly KillPoint[]) {
  const { data, machine } = await prepare('defender-off', { removed: true });
  const folder = createRunFolder(data, systemClock);
  const killPoints: KillPoint[][] = [];
  const left = [...kills];
  for (let start = 1; start <= 9; start += 1) {
    const earlier = kills.slice(0, start - 1);
    const kill = left.shift();
    const trial = await tryRun({ ...toBringBack, machine, folder, ...(kill && { kill }) });
    killPoints.push(...trial.killPoints.map((point) => [...earlier, point]));
    if (trial.end === 'killed') continue;
    if (trial.end.kind !== 'ended') throw new Error(trial.end.message);
    const { outcome, summary, restored, steps, plan } = trial.end.record;
    const { collectedAt: _when, ...inventory } = await machine.inventory();
    // New signatures are asked for only while they are not known to be new, which a start later they may be.
    const changing = restored.filter(({ undo }) => !undo?.includes('newer signatures'));
    const titles = changing.map(({ title, undo }) => `${title} | ${undo}`).toSorted();
    const isDone = restored.every(({ done }) => done);
    const removal = [steps, plan.steps];
    return { killPoints, told: { outcome, summary, titles, isDone, removal, inventory } };
  }
  throw new Error('It did not come to its end.');
}

/** The same machine, with something that happens before each action. */
function performing(machine: Machine, before: (action: Action) => unknown): Machine {
  return {
    id: machine.id,
    practice: machine.practice,
    inventory: async (of) => await machine.inventory(of),
    perform: async (action, context) => {
      await before(action);
      return await machine.perform(action, context);
    },
    close: async () => await machine.close(),
  };
}

function factsOf(folder: RunFolder): readonly string[] {
  const read = readJournal(join(folder.path, 'journal.jsonl'));
  return read.ok ? read.entries.map(({ fact }) => fact.kind) : [];
}

describe('a run that brings Microsoft Defender back', () => {
  it('ends as if it had never been killed, wherever that was', async () => {
    const undisturbed = await untilTheEnd([]);
    expect([undisturbed.told.outcome, undisturbed.told.titles.length]).toEqual(['protected', 4]);
    for (const kills of undisturbed.killPoints) {
      const { told } = await untilTheEnd(kills);
      expect({ kills, ...told }).toEqual({ kills, ...undisturbed.told });
    }
  }, 120_000);

  it('is journalled before and after every step', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const folder = createRunFolder(data, systemClock);
    await tryRun({ ...toBringBack, machine, folder });
    const steps = factsOf(folder).filter((kind) => kind.startsWith('restore'));
    expect(steps).toEqual(
      Array.from({ length: 5 }, () => ['restoreStarted', 'restoreEnded']).flat(),
    );
  });

  it.each(['home', 'business', 'defender-off'])(
    'removes nothing of Kaspersky from the computer %s, whatever was chosen',
    async (id) => {
      const { data, machine } = await prepare(id, { removed: false });
      const before = await machine.inventory();
      const performed: string[] = [];
      const watched = performing(machine, ({ kind }) => void performed.push(kind));
      const folder = createRunFolder(data, systemClock);
      const choice = { all: true, managedByUs: true, enableDefender: true };
      await tryRun({ purpose: 'protection', choice, machine: watched, folder });
      const after = await machine.inventory();
      expect([performed, after.programs, after.services]).toEqual([
        [],
        before.programs,
        before.services,
      ]);
    },
  );
});

describe('bringBackDefender', () => {
  it('tells each step before it is taken, and gives back what the computer then shows', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const steps: string[] = [];
    const end = await bringBackDefender({
      machine,
      inventory: await machine.inventory(),
      dataFolder: data,
      signal: new AbortController().signal,
      onStep: ({ title }) => void steps.push(title),
    });
    if (end.kind !== 'ended') throw new Error(end.message);
    expect([end.exit, end.restored.map(({ title }) => title), end.record.purpose]).toEqual([
      'success',
      steps,
      'protection',
    ]);
    const running = end.inventory.services.items.find(({ name }) => name === 'WinDefend');
    expect(running?.state).toBe('running');
  });

  it('does not begin while another run is active', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const inventory = await machine.inventory();
    const { signal } = new AbortController();
    const request = { inventory, dataFolder: data, signal, onStep: () => undefined };
    const ends: BringBackEnd[] = [];
    const busy = performing(machine, async () => {
      if (ends.length === 0) ends.push(await bringBackDefender({ ...request, machine }));
    });
    ends.push(await bringBackDefender({ ...request, machine: busy }));
    expect(ends.map((end) => (end.kind === 'refused' ? end.code : end.exit))).toEqual([
      'anotherRun',
      'success',
    ]);
    expect(listRuns(data).filter(({ purpose }) => purpose === 'protection').length).toBe(1);
  });

  it('does nothing when it is cancelled at once, and says so', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const end = await bringBackDefender({
      machine,
      inventory: await machine.inventory(),
      dataFolder: data,
      signal: AbortSignal.abort(),
      onStep: () => undefined,
    });
    expect(end.kind === 'ended' && [end.exit, end.restored]).toEqual(['cancelled', []]);
  });
});
