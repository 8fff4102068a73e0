import { describe, expect, it } from 'vitest';
import { findRunFolder, listRuns } from '../../../../../src/main/engine/record/run-folder.ts';
import { tryRun } from '../../../../support/killable-run.ts';
import { leaveRun } from '../../../../support/left-run.ts';
import { prepare } from '../../../../support/practice-run.ts';
import { runsIn } from '../../../../support/runs-in.ts';

describe('a run that ends beside one that was asked for later', () => {
  it.each([
    ['leaves that one where Windows went on with it by itself', true, 'resumable'],
    ['takes its place where somebody goes on with it', false, 'finished'],
  ])('%s', async (_name, byItself, state) => {
    const { data, machine } = await prepare('clean');
    const left = { machineId: machine.id, choice: {} };
    const older = leaveRun(data, left);
    const newer = leaveRun(data, { ...left, day: 2, choice: { all: true } });
    const found = findRunFolder(runsIn(data), older);
    if (!found.ok) throw new Error('The run is gone.');
    const goingOn = {
      program: null,
      argsOf: () => [],
      byItself,
      mayRestart: async () => await Promise.resolve(false),
    };
    await tryRun({ machine, folder: found.folder, goingOn });
    const runs = Object.fromEntries(listRuns(runsIn(data)).map((run) => [run.runId, run.state]));
    expect(runs).toMatchObject({ [older]: 'finished', [newer]: state });
  });
});
