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
  reactivateDefender,
  type ReactivationEnd,
} from '../../../../src/main/session/reactivate-defender.ts';
import type { Machine } from '../../../../src/main/machine/machine.ts';
import type { Action } from '../../../../src/shared/domain/action.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { stepsTaken } from '../../../../src/shared/domain/run/steps-taken.ts';
import { tryRun, type KillPoint, type RunTrial } from '../../../support/killable-run.ts';
import { leaveRun } from '../../../support/left-run.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { runsIn } from '../../../support/runs-in.ts';

const toReactivate: Pick<RunTrial, 'choice'> = { choice: { phases: ['reactivate'], only: [] } };

/** A computer of the practice set, after Kaspersky went where `removed`. */
async function prepare(id: string, { removed }: { readonly removed: boolean }) {
  const computer = practiceComputers.find((candidate) => candidate.id === id);
  if (computer === undefined) throw new Error(`There is no ${id}.`);
  const data = temporaryFolder();
  const machine = await PracticeMachine.open({ computer, folder: join(data, 'pc'), speed: 0 });
  if (removed) await tryRun({ machine, folder: createRunFolder(runsIn(data), systemClock) });
  return { data, machine };
}

/** Starts it until it is not killed any more. */
async function untilTheEnd(kills: readonly KillPoint[]) {
  const { data, machine } = await prepare('defender-off', { removed: true });
  const folder = createRunFolder(runsIn(data), systemClock);
  const killPoints: KillPoint[][] = [];
  const left = [...kills];
  for (let start = 1; start <= 9; start += 1) {
    const earlier = kills.slice(0, start - 1);
    const kill = left.shift();
    const trial = await tryRun({ ...toReactivate, machine, folder, ...(kill && { kill }) });
    killPoints.push(...trial.killPoints.map((point) => [...earlier, point]));
    if (trial.end === 'killed') continue;
    if (trial.end.kind !== 'ended') throw new Error(trial.end.message.id);
    const { outcome, summary } = trial.end.record;
    const steps = stepsTaken(trial.end.record);
    const { collectedAt: _when, ...inventory } = await machine.inventory();
    const ends = steps.map(({ step, result }) => `${step.id} | ${result.outcome}`).toSorted();
    return { killPoints, told: { outcome, summary, ends, inventory, undo: undoOf(folder) } };
  }
  throw new Error('It did not come to its end.');
}

/** What stood there before each first change, as the journal remembers it. */
function undoOf(folder: RunFolder): unknown {
  const read = readJournal(join(folder.path, 'journal.jsonl'));
  const before = new Map<string, unknown>();
  for (const { fact } of read.ok ? read.entries : [])
    if (fact.kind === 'stepBefore' && !before.has(fact.stepId))
      before.set(fact.stepId, fact.before);
  return Object.fromEntries(before);
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

describe('a run that reactivates Microsoft Defender', () => {
  it('ends as if it had never been killed, wherever that was', async () => {
    const undisturbed = await untilTheEnd([]);
    expect([undisturbed.told.outcome, undisturbed.told.ends.length]).toEqual(['protected', 5]);
    for (const kills of undisturbed.killPoints) {
      const { told } = await untilTheEnd(kills);
      expect({ kills, ...told }).toEqual({ kills, ...undisturbed.told });
    }
  }, 120_000);

  it('is journalled before and after every step', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const folder = createRunFolder(runsIn(data), systemClock);
    await tryRun({ ...toReactivate, machine, folder });
    const steps = factsOf(folder).filter((kind) => kind.startsWith('step'));
    const changed = ['stepStarted', 'stepBefore', 'stepEnded', 'stepJudged'];
    const without = ['stepStarted', 'stepEnded', 'stepJudged'];
    expect(steps).toEqual([changed, changed, changed, without, without].flat());
  });

  it.each(['home', 'business', 'defender-off'])(
    'removes nothing of Kaspersky from the computer %s, whatever was chosen',
    async (id) => {
      const { data, machine } = await prepare(id, { removed: false });
      const before = await machine.inventory();
      const performed: string[] = [];
      const watched = performing(machine, ({ kind }) => void performed.push(kind));
      const folder = createRunFolder(runsIn(data), systemClock);
      const choice = { phases: ['reactivate'], all: true, owner: 'administrator' } as const;
      await tryRun({ choice, machine: watched, folder });
      const after = await machine.inventory();
      expect([performed, after.programs, after.services]).toEqual([
        [],
        before.programs,
        before.services,
      ]);
    },
  );
});

describe('reactivateDefender', () => {
  it('tells each step before it is taken, and gives back what the computer then shows', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const steps: string[] = [];
    const end = await reactivateDefender({
      machine,
      inventory: await machine.inventory(),
      dataFolder: runsIn(data),
      words: english,
      signal: new AbortController().signal,
      onEvent: (event) => {
        if (event.kind === 'stepStarted') steps.push(event.step.id);
      },
    });
    if (end.kind !== 'ended') throw new Error(end.message.id);
    expect([end.exit, end.record.steps.map(({ stepId }) => stepId)]).toEqual(['success', steps]);
    const running = end.inventory.services.items.find(({ name }) => name === 'WinDefend');
    expect(running?.state).toBe('running');
  });

  it('does not begin while another run is active', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const inventory = await machine.inventory();
    const { signal } = new AbortController();
    const request = {
      inventory,
      dataFolder: runsIn(data),
      words: english,
      signal,
      onEvent: () => undefined,
    };
    const ends: ReactivationEnd[] = [];
    const busy = performing(machine, async () => {
      if (ends.length === 0) ends.push(await reactivateDefender({ ...request, machine }));
    });
    ends.push(await reactivateDefender({ ...request, machine: busy }));
    expect(ends.map((end) => (end.kind === 'refused' ? end.code : end.exit))).toEqual([
      'anotherRun',
      'success',
    ]);
    expect(listRuns(runsIn(data)).filter(({ phases }) => phases?.[0] === 'reactivate').length).toBe(
      1,
    );
  });

  it('goes on with one that was killed, and leaves the offer of a removal that was', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const left = { machineId: machine.id };
    const removal = leaveRun(data, { ...left, choice: {} });
    const run = leaveRun(data, { ...left, day: 2, choice: { phases: ['reactivate'], only: [] } });
    await reactivateDefender({
      machine,
      inventory: await machine.inventory(),
      dataFolder: runsIn(data),
      words: english,
      signal: new AbortController().signal,
      onEvent: () => undefined,
    });
    const ends = listRuns(runsIn(data)).map(({ runId, state, starts }) => [runId, state, starts]);
    expect(ends).toEqual([
      expect.arrayContaining(['finished']),
      [run, 'finished', 2],
      [removal, 'resumable', 1],
    ]);
  });

  it('does nothing when it is cancelled at once, and says so', async () => {
    const { data, machine } = await prepare('defender-off', { removed: true });
    const end = await reactivateDefender({
      machine,
      inventory: await machine.inventory(),
      dataFolder: runsIn(data),
      words: english,
      signal: AbortSignal.abort(),
      onEvent: () => undefined,
    });
    const outcomes = end.kind === 'ended' ? end.record.steps.map(({ outcome }) => outcome) : [];
    expect([end.exit, new Set(outcomes)]).toEqual(['cancelled', new Set(['notRun'])]);
  });
});
