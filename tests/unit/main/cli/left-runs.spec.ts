import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/main/cli/cli.ts';
import { choiceFrom } from '../../../../src/main/cli/flags/choice-options.ts';
import type { JournalFact } from '../../../../src/main/engine/record/journal-fact.ts';
import { listRuns } from '../../../../src/main/engine/record/run-folder.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import { FakeTerminal } from '../../../support/fake-terminal.ts';
import { leaveRun, type LeftRun } from '../../../support/left-run.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A practice computer on which nothing is to be removed, with a run that was killed there. */
function computerWith(left: Partial<LeftRun>) {
  const base = temporaryFolder();
  const data = join(base, 'practice', 'clean');
  mkdirSync(data, { recursive: true });
  const choice = choiceFrom({ all: true });
  const run = leaveRun(data, { machineId: 'practice-clean', choice, ...left });
  const cutover = async (...args: readonly string[]) => {
    const terminal = new FakeTerminal();
    const where = ['--practice', 'clean', '--data-folder', base];
    const code = await runCli([...args, ...where], terminal);
    const exit = Object.entries(exitCodes).find(([, { posix }]) => posix === code)?.[0];
    return { exit, text: terminal.text };
  };
  const runs = () => listRuns(runsIn(data));
  return {
    run,
    cutover,
    runs,
    change: async (...args: string[]) => await cutover(...args, ...now),
  };
}

const now = ['--unattended', '--fast'];
const handedIn = choiceFrom({ all: true, package: ['C:\\kes.msi'] });
const started: JournalFact = { kind: 'runResumed', cutoverVersion: '0.1.0', starts: 2 };

describe('a run that was killed', () => {
  it('is gone on with by the same command, whatever was accepted for it', async () => {
    const { run, change, runs } = computerWith({});
    const { exit } = await change('remove', '--all', '--acknowledge', 'vpn-kill-switch');
    expect([exit, runs().map(({ runId, state, starts }) => [runId, state, starts])]).toEqual([
      'success',
      [[run, 'finished', 2]],
    ]);
  });

  it('is gone on with where it was to take back another one', async () => {
    const { run, change, cutover, runs } = computerWith({});
    await change('remove', '--all');
    const data = join(runs()[0]?.path ?? '', '../..');
    const choice = { phases: ['undo'] as const, undoes: run, only: null };
    const undo = leaveRun(data, { day: 2, machineId: 'practice-clean', choice });
    expect((await cutover('restore', run, '--unattended')).exit).toBe('success');
    expect(runs().map(({ runId, starts }) => [runId, starts])).toEqual([
      [undo, 2],
      [run, 2],
    ]);
  });

  it('is ended by a command that wants something else, so that nothing offers it again', async () => {
    const { run, change, cutover, runs } = computerWith({});
    await change('remove', '--all', '--strict-remains');
    const [newest, left] = runs();
    expect([left?.runId, left?.state, left?.supersededBy]).toEqual([
      run,
      'finished',
      newest?.runId ?? 'none',
    ]);
    expect((await change('resume')).exit).toBe('runNotFound');
    expect((await cutover('report')).text).toContain(`${newest?.runId} took its place`);
  });

  it('goes on all the same for whoever names it', async () => {
    const { run, change, runs } = computerWith({});
    await change('remove', '--all', '--strict-remains');
    expect((await change('resume', run)).exit).toBe('success');
    expect(runs()[1]).toMatchObject({ runId: run, outcome: 'nothingToRemove', supersededBy: null });
  });

  it('stays open beside a rehearsal', async () => {
    const { run, change, runs } = computerWith({});
    await change('remove', '--all', '--strict-remains', '--dry-run');
    expect(runs().find(({ runId }) => runId === run)?.state).toBe('resumable');
  });

  it.each([
    ['of another computer', { machineId: 'practice-home' }, 'resumable'],
    ['that was a rehearsal', { dryRun: true }, 'finished'],
    ['with a package that was handed in', { choice: handedIn }, 'finished'],
    ['that was killed ten times', { facts: Array.from({ length: 9 }, () => started) }, 'finished'],
  ] as const)('%s is not gone on with by the same command', async (_name, left, state) => {
    const { run, change, runs } = computerWith(left);
    await change('remove', '--all');
    const [newest, old] = runs();
    expect([newest?.runId === run, newest?.starts, old?.starts, old?.state]).toEqual([
      false,
      1,
      left === undefined || !('facts' in left) ? 1 : 10,
      state,
    ]);
  });
});
