import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../../src/main/engine/record/clock.ts';
import { createRunFolder, findRunFolder } from '../../../../src/main/engine/record/run-folder.ts';
import { acquireRunLock } from '../../../../src/main/engine/record/run-lock.ts';
import { noPasswords } from '../../../../src/main/engine/run/passwords.ts';
import { lockOf } from '../../../../src/main/session/lock-of.ts';
import { carryOutPurge, preparePurge } from '../../../../src/main/session/purge.ts';
import { runSession } from '../../../../src/main/session/run-session.ts';
import { defaultChoice } from '../../../../src/shared/domain/plan/plan.ts';
import { leaveRun } from '../../../support/left-run.ts';
import { prepare } from '../../../support/practice-run.ts';
import { runsIn } from '../../../support/runs-in.ts';
import { describe, expect, it } from 'vitest';
import { logRunEnd } from '../../../../src/main/session/log-end.ts';
import { message, type Message } from '../../../../src/shared/domain/message.ts';
import { exitCodeNames, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import { eventIdOf, type LogEntry } from '../../../../src/shared/domain/run/log-entry.ts';
import { english } from '../../../../src/shared/words/english.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { recordOf } from '../../../support/run-samples.ts';

const folder = { path: 'C:\\ProgramData\\Cutover\\runs\\r1', runId: 'r1' };

function logged(exit: ExitCodeName, record = recordOf(), answer: Message | null = null) {
  const { machine, entries } = listening(answer);
  return { why: logRunEnd(machine, folder, { kind: 'ended', exit, record }), entries };
}

function listening(answer: Message | null = null) {
  const entries: LogEntry[] = [];
  const machine = {
    logEnd(entry: LogEntry) {
      entries.push(entry);
      return answer;
    },
  };
  return { machine, entries };
}

describe('what a run writes into the log of the system', () => {
  it('is one entry that says how it ended, where it lies, and what it came to', () => {
    const record = recordOf({ summary: [message('run.nothingToRemove')] });
    const { why, entries } = logged('success', record);
    expect([why, entries.length, entries[0]?.id, entries[0]?.severity]).toEqual([
      null,
      1,
      100,
      'information',
    ]);
    const lines = entries[0]?.text.split('\r\n') ?? [];
    expect(lines.slice(1)).toEqual([
      'There was nothing to remove.',
      '',
      expect.stringMatching(/^name=success verdict=\w+ run=r1 version=\d/),
      `folder=${folder.path}`,
    ]);
  });

  it('has a number of its own for every way to end, within those that Windows has a message for', () => {
    const ids = exitCodeNames.map((name) => eventIdOf(name));
    expect([new Set(ids).size, ids.every((id) => id >= 1 && id <= 1000)]).toEqual([
      exitCodeNames.length,
      true,
    ]);
  });

  it('is an error unless it is good, or only has to wait', () => {
    const names = ['restartNeeded', 'cancelled', 'notProtected', 'timedOut'] as const;
    expect(names.map((name) => logged(name).entries[0]?.severity)).toEqual([
      'information',
      'warning',
      'error',
      'error',
    ]);
  });

  it.each([
    ['kept from beginning by another one', 'anotherRun', 'warning', false],
    ['that was started too often', 'stopped', 'error', true],
  ] as const)('is one about a run %s too', (_name, exit, severity, began) => {
    const { machine, entries } = listening();
    const said = message('problem.tooManyStarts');
    const place = { path: began ? temporaryFolder() : folder.path, runId: 'r1' };
    const end = {
      kind: 'refused',
      exit,
      code: 'tooManyStarts',
      message: said,
      detail: null,
    } as const;
    expect([logRunEnd(machine, place, end), entries[0]?.severity]).toEqual([null, severity]);
    const text = entries[0]?.text ?? '';
    expect(text).toContain(english.sentences([said]));
    expect([text.includes(' run=r1'), text.includes('folder=')]).toEqual([began, began]);
  });

  it('is nothing after a rehearsal, or where there is no such log', () => {
    const rehearsal = logged('success', recordOf({ outcome: 'dryRun' }));
    const end = { kind: 'ended', exit: 'success', record: recordOf() } as const;
    expect([rehearsal.entries, logRunEnd({}, folder, end)]).toEqual([[], null]);
  });

  it('says why it could not be written, which fails nothing', () => {
    const refused = message('run.notLogged', { why: 'full' });
    const fails = {
      logEnd() {
        throw new Error('no log here');
      },
    };
    const end = { kind: 'ended', exit: 'success', record: recordOf() } as const;
    expect([logged('success', recordOf(), refused).why, logRunEnd(fails, folder, end)]).toEqual([
      refused,
      message('run.notLogged', { why: 'no log here' }),
    ]);
  });
});

describe('an entry of what was not a run to its end', () => {
  it('is left by a purge, and by whatever another run keeps from beginning', async () => {
    const { data, machine: practice } = await prepare('clean');
    const { machine: log, entries } = listening();
    const machine = Object.assign(practice, log);
    const runId = leaveRun(data, { machineId: machine.id, choice: {}, facts: [finished] });
    const found = findRunFolder(runsIn(data), runId);
    if (!found.ok) throw new Error('The run is gone.');
    const run = found.folder;
    writeFileSync(join(run.quarantineFolder(), 'thing'), 'kept');
    const purge = await preparePurge(machine, run);
    if ('why' in purge) throw new Error(purge.why.id);
    const held = await acquireRunLock({ ...(await lockOf(machine, run)), runId });
    const refused = await runSession({
      ...session,
      machine,
      folder: createRunFolder(runsIn(data), systemClock),
    });
    await carryOutPurge(purge);
    if (held.held) await held.lock.release();
    const { failed, notLogged } = await carryOutPurge(purge);
    expect([refused.exit, failed, notLogged]).toEqual(['anotherRun', null, null]);
    expect(entries.map(({ id, severity }) => [id, severity])).toEqual([
      [eventIdOf('anotherRun'), 'warning'],
      [eventIdOf('anotherRun'), 'warning'],
      [eventIdOf('success'), 'information'],
    ]);
    expect(entries.at(-1)?.text).toContain(`run=${runId}`);
  });
});

const finished = { kind: 'runFinished', outcome: 'cleanAndProtected', summary: [] } as const;
const session = {
  choice: defaultChoice,
  secrets: noPasswords,
  words: english,
  dryRun: false,
  signal: new AbortController().signal,
  onEvent: () => undefined,
};
