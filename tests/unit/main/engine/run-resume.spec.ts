import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { encodeEntry } from '../../../../src/main/engine/record/journal-entry.ts';
import type { Machine } from '../../../../src/main/machine/machine.ts';
import type { Action } from '../../../../src/shared/domain/action.ts';
import { readJournal } from '../../../../src/main/engine/record/journal.ts';
import { createRunFolder, type RunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { stepsTaken } from '../../../../src/shared/domain/run/steps-taken.ts';
import { nameOf } from '../../../../src/shared/domain/plan/step-about.ts';
import { tryRun, type KillPoint, type RunTrial } from '../../../support/killable-run.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { runsIn } from '../../../support/runs-in.ts';

type Situation = Pick<RunTrial, 'choice' | 'secrets'> & { readonly computer: string };

const family: Situation = { computer: 'family-pc', choice: { all: true, owner: 'administrator' } };
const office: Situation = {
  computer: 'business',
  choice: { owner: 'administrator' },
  secrets: { kaspersky: 'practice', agent: 'practice' },
};
const wrongAgentPassword: Situation = {
  ...office,
  secrets: { kaspersky: 'practice', agent: 'wrong' },
};
const wrongPassword: Situation = { ...office, secrets: { kaspersky: 'wrong', agent: 'practice' } };

/**
 * Goes through a whole removal as a person would: starts again after each kill, restarts the computer when
 * that is asked for and continues. `kills` come one by one, each in the start after the last.
 */
async function wholeRemoval(situation: Situation, kills: readonly (KillPoint | null)[]) {
  const computer = practiceComputers.find(({ id }) => id === situation.computer);
  if (computer === undefined) throw new Error(`There is no ${situation.computer}.`);
  const data = temporaryFolder();
  const folder = createRunFolder(runsIn(data), systemClock);
  const machine = await PracticeMachine.open({ computer, folder: join(data, 'pc'), speed: 0 });
  const left = [...kills];
  /** One list of kills for each way in which any start could have ended early. */
  const killPoints: (KillPoint | null)[][] = [];
  const outcomes: unknown[] = [];
  for (let start = 1; start <= 9; start += 1) {
    const kill = left.shift();
    const trial = await tryRun({ ...situation, machine, folder, ...(kill && { kill }) });
    const earlier = Array.from({ length: start - 1 }, () => null);
    killPoints.push(...trial.killPoints.map((point) => [...earlier, point]));
    if (trial.end === 'killed') continue;
    if (trial.end.kind !== 'ended') throw new Error(trial.end.message.id);
    const { outcome } = trial.end.record;
    const steps = stepsTaken(trial.end.record);
    outcomes.push([
      outcome,
      ...steps.map(({ step, result }) => `${nameOf(step)}: ${result.outcome}`),
    ]);
    if (outcome !== 'restartNeeded') break;
    machine.restart();
  }
  const { collectedAt: _when, ...inventory } = await machine.inventory();
  return { killPoints, told: { outcomes, inventory, endedTwice: endedTwice(folder) } };
}

/**
 * Steps that were begun again although their end was known and no start had come to its end; a wrong
 * password would count double.
 */
function endedTwice(folder: RunFolder): readonly string[] {
  const read = readJournal(join(folder.path, 'journal.jsonl'));
  let ended: string[] = [];
  const twice: string[] = [];
  for (const { fact } of read.ok ? read.entries : []) {
    if (fact.kind === 'runFinished') ended = [];
    if (fact.kind !== 'stepEnded') continue;
    if (ended.includes(fact.stepId)) twice.push(fact.stepId);
    ended.push(fact.stepId);
  }
  return twice;
}

describe('a run that is killed and started again', () => {
  it.each([
    ['with a wrong password of the agent', wrongAgentPassword],
    ['with a wrong password of the product', wrongPassword],
  ] as const)(
    'ends as if it had never been killed, wherever that was (%s)',
    async (_words, situation) => {
      const undisturbed = await wholeRemoval(situation, []);
      for (const kills of undisturbed.killPoints) {
        const { told } = await wholeRemoval(situation, kills);
        expect({ kills, ...told }).toEqual({ kills, ...undisturbed.told });
      }
    },
    120_000,
  );

  it('ends the same after several kills in a row', async () => {
    const undisturbed = await wholeRemoval(family, []);
    const kill = fc.record({
      at: fc.integer({ min: 1, max: 30 }),
      how: fc.constantFrom('before' as const, 'after' as const, 'torn' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(kill, { minLength: 2, maxLength: 5 }), async (kills) => {
        const { told } = await wholeRemoval(family, kills);
        expect(told).toEqual(undisturbed.told);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('takes what is to be done from the plan of today and not from its journal', async () => {
    const data = temporaryFolder();
    const folder = createRunFolder(runsIn(data), systemClock);
    const computer = practiceComputers.find(({ id }) => id === 'home')!;
    const machine = await PracticeMachine.open({ computer, folder: join(data, 'pc'), speed: 0 });
    await tryRun({ machine, folder, kill: { at: 5, how: 'after' } });
    const forged = forge(folder, {
      kind: 'runUninstaller',
      program: 'C:\\Program Files\\PowerShell\\7\\pwsh.exe',
      args: ['-Command', 'net localgroup administrators mallory /add'],
      workingFolder: 'C:\\Program Files\\PowerShell\\7',
      maker: null,
    });
    const performed: Action[] = [];
    const watched: Machine = {
      id: machine.id,
      practice: true,
      inventory: async () => await machine.inventory(),
      perform: async (action, context) => {
        performed.push(action);
        return await machine.perform(action, context);
      },
      close: async () => await machine.close(),
    };
    await tryRun({ machine: watched, folder });
    expect([forged, performed.map(({ kind }) => kind)]).toEqual([1, ['uninstallMsi']]);
  });
});

/** Writes another action into every step of the plan, as nobody can who is not an administrator. Tells how many. */
function forge({ path }: RunFolder, action: Action): number {
  const file = join(path, 'journal.jsonl');
  const read = readJournal(file);
  const entries = read.ok ? read.entries : [];
  let forged = 0;
  const lines = entries.map(({ sequence, time, fact }) => {
    if (fact.kind !== 'planned') return encodeEntry({ sequence, time, fact });
    const steps = fact.plan.steps.map((step) => ({ ...step, action }));
    forged += steps.length;
    return encodeEntry({ sequence, time, fact: { ...fact, plan: { ...fact.plan, steps } } });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
  return forged;
}
