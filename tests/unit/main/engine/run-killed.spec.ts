import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plan } from '../../../../src/main/engine/plan/plan.ts';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { readJournal } from '../../../../src/main/engine/record/journal.ts';
import { createRunFolder, findRunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { undoPlan } from '../../../../src/main/engine/run/undo-plan.ts';
import type { PracticeComputer } from '../../../../src/main/machine/practice/computers/practice-computer.ts';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import { nameOf } from '../../../../src/shared/domain/plan/step-about.ts';
import type { Choice } from '../../../../src/shared/domain/plan/plan.ts';
import { stepsTaken } from '../../../../src/shared/domain/run/steps-taken.ts';
import { tearJournal, tryRun, type RunTrial, type Touch } from '../../../support/killable-run.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** What is killed. `first` are the runs that come to their end before it, undisturbed. */
interface Way {
  readonly first: readonly Partial<Choice>[];
  readonly choice: Partial<Choice>;
}

const everything = { all: true, owner: 'administrator' } as const;
const removal = { ...everything, phases: ['remove', 'clean', 'reactivate'] } as const;

const ways: Readonly<Record<string, Way>> = {
  remove: { first: [], choice: removal },
  clean: { first: [{ ...everything, phases: ['remove'] }], choice: { phases: ['clean'] } },
  reactivate: {
    first: [{ ...everything, phases: ['remove'] }],
    choice: { phases: ['reactivate'], only: [] },
  },
  restore: { first: [removal], choice: { phases: ['undo'] } },
};

const given = { secrets: { kaspersky: 'practice', agent: 'practice' } } as const;

/** Just before something is written or done, in the start of the run that is counted from 0. */
interface Instant {
  readonly start: number;
  readonly touch: Touch;
  readonly disk: string;
}

const unwatched = (_start: number, _touch: Touch): void => undefined;

/** A computer with its runs, in a folder whose disk can be put back to how it was at an instant. */
class Scene {
  readonly #computer: PracticeComputer;
  readonly #data = temporaryFolder();

  constructor(computer: PracticeComputer) {
    this.#computer = computer;
  }

  /** The disk as it is now. */
  keep(): string {
    const kept = temporaryFolder();
    cpSync(this.#data, kept, { recursive: true });
    return kept;
  }

  putBack(kept: string): void {
    rmSync(this.#data, { recursive: true });
    cpSync(kept, this.#data, { recursive: true });
  }

  tear(runId: string): void {
    const path = join(this.#data, 'runs', runId);
    if (existsSync(join(path, 'journal.jsonl'))) tearJournal(path);
  }

  /** Begins a run, or goes on with one, to its end as a person would: restarts the computer when that is asked for. */
  async run(choice: Partial<Choice>, goOn: string | null = null, watch = unwatched) {
    const machine = await PracticeMachine.open({
      computer: this.#computer,
      folder: join(this.#data, 'pc'),
      speed: 0,
    });
    const runs = runsIn(this.#data);
    const found = goOn === null ? null : findRunFolder(runs, goOn);
    const folder = found?.ok === true ? found.folder : createRunFolder(runs, systemClock);
    const trial = { machine, folder, choice, ...given, plan: this.#plan };
    const outcomes: unknown[] = [];
    for (let start = 0; start < 5; start += 1) {
      const onTouch = (touch: Touch): void => watch(start, touch);
      const { end } = await tryRun({ ...trial, onTouch });
      if (end === 'killed' || end.kind !== 'ended') throw new Error(JSON.stringify(end));
      const { outcome, summary } = end.record;
      const steps = stepsTaken(end.record).map(
        ({ step, result }) => `${step.phase} ${nameOf(step)}: ${result.outcome}`,
      );
      outcomes.push({ exit: end.exit, outcome, summary, steps: steps.toSorted() });
      if (outcome !== 'restartNeeded') break;
      machine.restart();
    }
    const { collectedAt: _when, ...inventory } = await machine.inventory();
    return { runId: folder.runId, told: { outcomes, inventory } };
  }

  /** What takes back another run is planned from the journal of that run, as the program does it. */
  readonly #plan: NonNullable<RunTrial['plan']> = (inventory, findings, choice) => {
    if (choice.undoes === null) return plan(inventory, findings, choice);
    const read = readJournal(join(this.#data, 'runs', choice.undoes, 'journal.jsonl'));
    return undoPlan(read.ok ? read.entries : [], inventory, findings, choice, false);
  };
}

describe.each(Object.entries(ways))(
  'a run to %s that is killed and started again',
  (_verb, way) => {
    it.each(practiceComputers.map((computer) => [computer.id, computer] as const))(
      'ends as if nothing had been, at whatever instant that was: %s',
      async (_id, computer) => {
        const scene = new Scene(computer);
        let undoes: string | null = null;
        for (const each of way.first) undoes = (await scene.run(each)).runId;
        const choice = { ...way.choice, undoes: way.choice.phases?.[0] === 'undo' ? undoes : null };
        const instants: Instant[] = [];
        const { runId, told } = await scene.run(choice, null, (start, touch) => {
          // After one that only reads the disk is the same as before it.
          if (touch !== 'reads') instants.push({ start, touch, disk: scene.keep() });
        });
        for (const [at, { start, touch, disk }] of instants.entries()) {
          scene.putBack(disk);
          if (touch === 'appends') scene.tear(runId);
          const again = await scene.run(choice, runId);
          const expected = { ...told, outcomes: told.outcomes.slice(start) };
          expect({ at, ...again.told }).toEqual({ at, ...expected });
        }
      },
      120_000,
    );
  },
);
