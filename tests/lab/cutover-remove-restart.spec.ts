import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshConsole } from '../../build/console/make-console.ts';
import { decodeEntry, encodeEntry } from '../../src/main/engine/record/journal-entry.ts';
import { parseTask } from '../../src/main/machine/formats/task/parse-task.ts';
import { continuationTask } from '../../src/main/machine/windows/restart/continuation-task.ts';
import { runOnceKey } from '../../src/shared/domain/restart/continuation.ts';
import type { RunRecord } from '../../src/shared/domain/run/record.ts';
import { parseCommandLine } from '../../src/shared/windows/command-line.ts';
import { english } from '../../src/shared/words/english.ts';
import { journalOf, outcomes, type Ran, ranBy, refusedOn, runsOn } from './support/cutover-run.ts';
import { no32Bit } from './support/lab-spec.ts';
import {
  effectOf,
  onlyOurs,
  prepared,
  type Prepared,
  unnamed,
} from './support/prepared-machine.ts';

const office = 'Kaspersky Small Office Security';
const locked =
  'C:\\Program Files (x86)\\Kaspersky Lab\\Kaspersky Small Office Security 21.3\\kllocked.sys';
/** Where its installer puts the console program; nothing else is ever registered. */
const program = 'C:\\Program Files\\Cutover\\bin\\cutover.exe';
const tasks = 'C:\\windows\\system32\\tasks';
const scheduler = 'HKLM\\Software\\Classes\\CLSID\\{0F87369F-A4E5-4CFC-BD3E-73E6154572DD}';

const registration = (runId: string) => `Cutover-resume-${runId}`;
const foreign = registration('20260101-000000-evil');

describe.skipIf(no32Bit)('removing a product that needs a restart', () => {
  let on: Prepared;
  let removed: Ran;
  let resumed: Ran;
  const removal = ['remove', '--continue-after-restart'];
  const ran = async (args: readonly string[]) => await ranBy(on.machine, program, args);
  const registered = async () => {
    const values = (await on.machine.readReg(runOnceKey)) ?? {};
    const { runId } = removed.record;
    const isTask = on.machine.exists(`${tasks}\\${registration(runId)}`);
    return [isTask ? 'task' : null, `!${registration(runId)}` in values ? 'runOnce' : null];
  };
  beforeAll(async () => {
    const files = {
      [program]: await readFile(await freshConsole('win-x64')),
      [`${tasks}\\${foreign}`]: aTask('20260101-000000-evil', ['/background']),
    };
    on = await prepared({ products: ['restart'], files });
    removed = await ran(removal);
  });
  afterAll(() => on?.machine.destroy());

  test('it says so with 3010, and does not restart by itself', () => {
    expect([removed.exitCode, removed.record.outcome, outcomes(removed)]).toEqual([
      3010,
      'restartNeeded',
      [
        [office, 'restartNeeded', 3010],
        ['Windows', 'done', 0],
      ],
    ]);
    expect([english.sentences(removed.record.summary), on.machine.exists(locked)]).toEqual([
      expect.stringContaining('Windows goes on with this run by itself'),
      true,
    ]);
  });

  test('its task does nothing before the restart, and stays', async () => {
    const { runId } = removed.record;
    expect(await registered()).toEqual(['task', null]);
    // Wine keeps a task without what it starts.
    const whole = aTask(runId, ['resume', runId, '--after-restart']);
    await on.machine.writeFile(`${tasks}\\${registration(runId)}`, whole);
    const [started] = parseTask('', whole.toString('utf16le')).actions;
    const command = parseCommandLine(`"${started?.execute}" ${started?.arguments}`);
    if (!command.ok) throw new Error('It has no command.');
    const { exitCode, stderr } = await on.machine.run(command.program, command.args);
    expect([exitCode, stderr, await registered()]).toEqual([
      3010,
      expect.stringContaining('not restarted yet'),
      ['task', null],
    ]);
  });

  test('where no task can be made, what runs once takes its place', async () => {
    await withoutScheduler(on);
    const again = await ran(['remove', '--restart', 'if-needed']);
    await on.machine.run('reg.exe', ['import', kept]);
    const { runId, steps } = again.record;
    expect([again.exitCode, runId, await registered()]).toEqual([
      3010,
      removed.record.runId,
      ['task', 'runOnce'],
    ]);
    // Wine restarts nothing that it is asked to.
    expect(steps.at(-1)).toMatchObject({ stepId: 'restart:restartComputer', exitCode: 120 });
  });

  test('after the restart Windows starts it, and it proves, reports and leaves no trace', async () => {
    await asIfStartedBefore(on, removed);
    await on.machine.reboot();
    const { runId } = removed.record;
    resumed = await vi.waitFor(async () => await ended(on, removed), {
      timeout: 60_000,
      interval: 500,
    });
    expect([resumed.record.outcome, outcomes(resumed)]).toEqual([
      'cleanAndProtected',
      [
        [office, 'removed', 3010],
        ['Windows', 'done', 0],
      ],
    ]);
    expect([await runsOn(on.machine), resumed.record.runId, await registered()]).toEqual([
      [runId],
      runId,
      [null, null],
    ]);
    expect(await journalOf(on.machine, removed.folder)).toEqual(
      expect.arrayContaining(['runStarted', 'stepEnded', 'runResumed', 'runFinished']),
    );
  });

  test('nothing of the product is left, and nothing else changed', async () => {
    expect(on.machine.exists(`${tasks}\\${foreign}`)).toBe(true);
    const effect = effectOf(on, await on.machine.snapshot());
    expect(effect).toEqual({
      ...onlyOurs,
      // The library of the console program, and what Wine notes of its scheduler when that is asked for.
      foreignAdded: [expect.stringMatching(/\\Cutover\\bin\\koffi-\w+\.node$/)],
      changed: ['HKLM\\System\\ControlSet001\\Services\\Schedule → Start'],
      remaining: [],
    });
    expect(unnamed(resumed.record, effect.remaining)).toEqual([]);
  });

  test('a run that came to its end is not resumed', async () => {
    expect(await refusedOn(on.machine, ['resume'])).toEqual({
      exitCode: 2016,
      message: expect.stringContaining('No run is waiting to be continued'),
    });
  });
});

/** The file that Windows keeps of a task. */
function aTask(runId: string, args: readonly string[]): Buffer {
  const action = { kind: 'registerContinuation', runId, args, program, when: 'startUp' } as const;
  return Buffer.from(`\uFEFF${continuationTask(action, new Date()).xml}`, 'utf16le');
}

/** Takes the task scheduler away, and keeps what brings it back. */
async function withoutScheduler({ machine }: Prepared): Promise<void> {
  await machine.run('reg.exe', ['export', scheduler, kept, '/y']);
  await machine.run('reg.exe', ['delete', scheduler, '/f']);
}

const kept = 'J:\\scheduler.reg';

/** The lab starts Windows anew and not the computer, which tells how long that has been running: it was an hour more. */
async function asIfStartedBefore({ machine }: Prepared, { folder }: Ran): Promise<void> {
  const path = `${folder}\\journal.jsonl`;
  const lines = (await machine.readFile(path)).split('\n').filter(Boolean);
  const earlier = (time: string) => new Date(Date.parse(time) - 3_600_000).toISOString();
  const written = lines.map((line) => {
    const entry = decodeEntry(line);
    if (entry === null) throw new Error(line);
    const { fact } = entry;
    const moved =
      fact.kind === 'stepStarted' && 'bootedAt' in fact && fact.bootedAt !== undefined
        ? { ...fact, bootedAt: earlier(fact.bootedAt) }
        : fact;
    return encodeEntry({ ...entry, fact: moved } as Parameters<typeof encodeEntry>[0]);
  });
  await machine.writeFile(path, `${written.join('\n')}\n`);
}

/** A run that was gone on with, once it is over. */
async function ended({ machine }: Prepared, { folder }: Ran): Promise<Ran> {
  const journal = await machine.readFile(`${folder}\\journal.jsonl`);
  const kinds = await journalOf(machine, folder);
  if (!journal.includes('"byItself":true') || kinds.at(-1) !== 'runFinished')
    throw new Error(kinds.join(' '));
  const record = JSON.parse(await machine.readFile(`${folder}\\report.json`)) as RunRecord;
  return { exitCode: null, output: '', record, folder };
}
