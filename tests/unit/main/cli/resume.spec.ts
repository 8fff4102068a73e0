import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import {
  createRunFolder,
  findRunFolder,
  listRuns,
} from '../../../../src/main/engine/record/run-folder.ts';
import { acquireRunLock } from '../../../../src/main/engine/record/run-lock.ts';
import { lockOf } from '../../../../src/main/session/lock-of.ts';
import type { ChosenPhase } from '../../../../src/shared/domain/plan/step.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { leaveRun } from '../../../support/left-run.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { runsIn } from '../../../support/runs-in.ts';

/** The data folder of the practice computer `defender-off`. */
function newData() {
  const base = temporaryFolder();
  const data = join(base, 'practice', 'defender-off');
  mkdirSync(data, { recursive: true });
  return { base, data };
}

async function resume(base: string, ...args: readonly string[]) {
  const terminal = new FakeTerminal();
  const practice = ['--practice', 'defender-off', '--fast', '--data-folder', base];
  const code = await runCli(['resume', ...args, ...practice, '--unattended'], terminal);
  return Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
}

/** A run that was ended right after its first line, on a day of November. */
const interrupted = (data: string, day: number, phase: ChosenPhase) =>
  leaveRun(data, { day, machineId: 'practice-defender-off', choice: { phases: [phase] } });

const statesOf = (data: string) =>
  Object.fromEntries(
    listRuns(runsIn(data)).map(({ runId, state, outcome }) => [runId, outcome ?? state]),
  );

describe('cutover resume', () => {
  it('goes on with a removal before a newer run that was for the protection alone', async () => {
    const { base, data } = newData();
    const removal = interrupted(data, 1, 'remove');
    const protection = interrupted(data, 2, 'reactivate');
    expect([await resume(base), statesOf(data)]).toEqual([
      'notProtected',
      { [removal]: 'notProtected', [protection]: 'resumable' },
    ]);
  });

  it('goes on with one for the protection as what it was, and removes nothing', async () => {
    const { base, data } = newData();
    const protection = interrupted(data, 2, 'reactivate');
    // Kaspersky is still there and protects, so that there is nothing to bring back.
    expect([await resume(base), statesOf(data)]).toEqual([
      'notProtected',
      { [protection]: 'notProtected' },
    ]);
    const removal = interrupted(data, 3, 'remove');
    expect([await resume(base), statesOf(data)[removal]]).toEqual(['notProtected', 'notProtected']);
  });

  it('never makes a removal of a run that did not even write down what it was', async () => {
    const { base, data } = newData();
    const { runId } = createRunFolder(runsIn(data), { now: () => new Date(), ticks: () => 0 });
    expect([await resume(base, runId), await resume(base), statesOf(data)]).toEqual([
      'unreadableInput',
      'runNotFound',
      { [runId]: 'notBegun' },
    ]);
  });

  it('restarts no practice computer on which another run is at work', async () => {
    const { base, data } = newData();
    const removal = interrupted(data, 1, 'remove');
    const found = findRunFolder(runsIn(data), removal);
    if (!found.ok) throw new Error('The run is gone.');
    const request = await lockOf({ practice: true }, found.folder);
    const held = await acquireRunLock({ ...request, runId: removal });
    const refused = await resume(base);
    const restarted = existsSync(join(data, 'machine'));
    if (held.held) await held.lock.release();
    const ended = await resume(base);
    expect([refused, restarted, ended, existsSync(join(data, 'machine'))]).toEqual([
      'anotherRun',
      false,
      'notProtected',
      true,
    ]);
  });
});
