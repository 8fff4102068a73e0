import { join } from 'node:path';
import { systemClock } from '../../src/main/engine/record/clock.ts';
import { createRunFolder } from '../../src/main/engine/record/run-folder.ts';
import type {
  Effect,
  PracticeComputer,
} from '../../src/main/machine/practice/computers/practice-computer.ts';
import { PracticeMachine } from '../../src/main/machine/practice/practice-machine.ts';
import { practiceComputers } from '../../src/main/machine/practice/practice-computers.ts';
import { stepsTaken } from '../../src/shared/domain/run/steps-taken.ts';
import { nameOf } from '../../src/shared/domain/plan/step-about.ts';
import { tryRun, type RunTrial } from './killable-run.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { runsIn } from './runs-in.ts';

/** A practice computer in a folder of its own, and a folder for a run on it. */
export async function prepare(
  id: string,
  change: (computer: PracticeComputer) => PracticeComputer = same,
) {
  const computer = practiceComputers.find((candidate) => candidate.id === id);
  if (computer === undefined) throw new Error(`There is no ${id}.`);
  const data = temporaryFolder();
  const folder = createRunFolder(runsIn(data), systemClock);
  const options = { computer: change(computer), folder: join(data, 'pc'), speed: 0 };
  return { data, folder, machine: await PracticeMachine.open(options) };
}

const same = (computer: PracticeComputer) => computer;

/** The computer with another end of all its uninstallers. */
export function withEnd(end: Effect['end'], changes: 'kept' | 'none') {
  return (computer: PracticeComputer): PracticeComputer => ({
    ...computer,
    effects: computer.effects.map((effect) => ({
      ...effect,
      end,
      ...(changes === 'none' && { changes: { remove: {}, put: {} }, atRestart: null }),
    })),
  });
}

/** How a run ends, in the words of its outcomes. */
export async function record(trial: RunTrial) {
  const { end } = await tryRun(trial);
  if (end === 'killed' || end.kind !== 'ended') throw new Error(JSON.stringify(end));
  const { outcome, starts } = end.record;
  return {
    exit: end.exit,
    outcome,
    starts,
    steps: stepsTaken(end.record).map(({ step, result }) => `${nameOf(step)}: ${result.outcome}`),
  };
}

export const managed = { owner: 'administrator' } as const;
export const passwords = { kaspersky: 'practice', agent: 'practice' } as const;
