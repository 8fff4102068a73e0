import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { registrationsIn } from '../../../../src/main/engine/judge/registrations.ts';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { createRunFolder, findRunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { home } from '../../../../src/main/machine/practice/computers/home.ts';
import { PracticeMachine } from '../../../../src/main/machine/practice/practice-machine.ts';
import type { RestartChoice } from '../../../../src/shared/domain/restart/restart-choice.ts';
import { tearJournal, tryRun, type KillPoint } from '../../../support/killable-run.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const restart: RestartChoice = {
  restart: 'ifNeeded',
  delaySeconds: 60,
  message: null,
  goesOn: 'startUp',
};
const choice = { phases: ['remove'], owner: 'person' } as const;

/** A computer in a folder, with one run on it. */
class Scene {
  readonly #data: string;

  constructor(from?: Scene) {
    this.#data = temporaryFolder();
    if (from !== undefined) cpSync(from.#data, this.#data, { recursive: true });
  }

  async start(byItself: boolean, kill?: KillPoint) {
    const machine = await this.machine();
    const runs = runsIn(this.#data);
    const [runId] = this.runIds;
    const found = runId === undefined ? null : findRunFolder(runs, runId);
    const folder = found?.ok === true ? found.folder : createRunFolder(runs, systemClock);
    const trial = await tryRun({
      machine,
      folder,
      choice,
      secrets: { kaspersky: 'practice', agent: 'practice' },
      goingOn: {
        choice: restart,
        program: 'cutover',
        argsOf: (id) => ['resume', id],
        byItself,
        mayRestart: async () => await Promise.resolve(true),
      },
      ...(kill === undefined ? {} : { kill }),
    });
    const { scheduledTasks, autostarts } = await machine.inventory();
    const registered = registrationsIn({ scheduledTasks, autostarts }).length;
    const { end } = trial;
    const outcome = end === 'killed' || end.kind !== 'ended' ? end : end.record.outcome;
    return { ...trial, told: { outcome, registered }, folder };
  }

  get runIds(): readonly string[] {
    const { path } = runsIn(this.#data);
    const runs = join(path, 'runs');
    return existsSync(runs) ? [...new Set(this.#list(runs))] : [];
  }

  #list(runs: string): readonly string[] {
    return runsIn(this.#data)
      .list(runs)
      .map(({ name }) => name);
  }

  async machine(): Promise<PracticeMachine> {
    return await PracticeMachine.open({
      computer: home,
      folder: join(this.#data, 'pc'),
      speed: 0,
    });
  }

  async restart(): Promise<void> {
    (await this.machine()).restart();
  }

  clear(): void {
    rmSync(this.#data, { recursive: true });
  }
}

/** What is written around the restart; what comes before it is killed in every way elsewhere. */
const lastTouches = 12;

it.each([
  ['before the restart', false, { outcome: 'restartStarted', registered: 1 }],
  ['after it', true, { outcome: 'dangerFound', registered: 0 }],
] as const)(
  'killed at the end of a start %s and started again, a run leaves the same registered',
  async (_when, isAfter, expected) => {
    const first = new Scene();
    if (isAfter) {
      await first.start(false);
      await first.restart();
    }
    const { killPoints, told } = await new Scene(first).start(isAfter);
    expect(told).toEqual(expected);
    const last = killPoints.filter(({ at }) => at > (killPoints.at(-1)?.at ?? 0) - lastTouches);
    expect(last.length).toBeGreaterThan(lastTouches);
    for (const kill of last) {
      const scene = new Scene(first);
      const killed = await scene.start(isAfter, kill);
      if (kill.how === 'torn') tearJournal(killed.folder.path);
      const again = await scene.start(isAfter);
      // A start that had come to its last line finds nothing more to do, and says the same.
      expect({ kill, told: again.told }).toEqual({ kill, told: expected });
      scene.clear();
    }
  },
  60_000,
);
