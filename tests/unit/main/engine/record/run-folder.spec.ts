import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  believedRuns,
  createRunFolder,
  findRunFolder,
  listRuns,
  newRunId,
  readRunRecord,
} from '../../../../../src/main/engine/record/run-folder.ts';
import { CannotWrite } from '../../../../../src/main/disk/cannot-write.ts';
import {
  journalFormat,
  type JournalFact,
} from '../../../../../src/main/engine/record/journal-fact.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';
import { message } from '../../../../../src/shared/domain/message.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { recordOf, steppingClock } from '../../../../support/run-samples.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { runsIn } from '../../../../support/runs-in.ts';

const began: JournalFact = {
  kind: 'runStarted',
  format: journalFormat,
  cutoverVersion: '0.1.0',
  runId: 'any',
  machineId: 'test',
  practice: true,
  choice: defaultChoice,
  dryRun: false,
};

const endedWell = {
  ended: 'exited',
  exitCode: 0,
  message: [],
  said: null,
  undone: false,
  passwordNamed: false,
  logFile: null,
  killedProcesses: [],
  startedAt: '2026-11-01T09:00:00.000Z',
  durationMs: 1,
  command: 'x',
} as const;

function runWith(data: string, day: number, ...facts: readonly JournalFact[]): string {
  const clock = { now: () => new Date(Date.UTC(2026, 10, day, 9)), ticks: () => 0 };
  const folder = createRunFolder(runsIn(data), clock);
  const opened = folder.openJournal(clock);
  if (!opened.ok) throw new Error(opened.detail);
  for (const fact of facts) opened.journal.append(fact);
  opened.journal.close();
  return folder.runId;
}

describe('the folder of a run', () => {
  it('has a name that can be read and sorts by time', () => {
    expect(newRunId(new Date('2026-11-23T17:15:00.000Z'))).toMatch(/^20261123-171500-[a-z0-9]{4}$/);
  });

  it('is listed with the others, the newest first, with how each stands', () => {
    const data = temporaryFolder();
    const finished = { kind: 'runFinished', outcome: 'cleanAndProtected', summary: [] } as const;
    const waiting = { kind: 'runFinished', outcome: 'restartNeeded', summary: [] } as const;
    const again = { kind: 'runResumed', cutoverVersion: '0.1.0', starts: 2 } as const;
    const ids = [
      runWith(data, 1, began, finished),
      runWith(data, 2, began, waiting),
      runWith(data, 3, began, waiting, again),
      runWith(data, 4),
      runWith(data, 5, { ...began, choice: { ...defaultChoice, phases: ['reactivate'] } }),
    ];
    mkdirSync(join(data, 'runs', 'something else'));
    expect(
      listRuns(runsIn(data)).map(({ runId, ...run }) => [
        runId,
        run.state,
        run.outcome,
        run.starts,
        run.phases,
      ]),
    ).toEqual([
      [ids[4], 'resumable', null, 1, ['reactivate']],
      [ids[3], 'notBegun', null, 0, null],
      [ids[2], 'resumable', null, 2, ['remove', 'clean']],
      [ids[1], 'resumable', 'restartNeeded', 1, ['remove', 'clean']],
      [ids[0], 'finished', 'cleanAndProtected', 1, ['remove', 'clean']],
    ]);
  });

  it('is found by its exact name only', () => {
    const data = temporaryFolder();
    const { runId } = createRunFolder(runsIn(data), steppingClock());
    const names = [runId, '..', `${runId}/..`, '20261123-171500-zzzz'];
    const found = names.map((name) => findRunFolder(runsIn(data), name));
    expect(found.map((each) => (each.ok ? each.folder.runId : each.why))).toEqual([
      runId,
      null,
      null,
      null,
    ]);
  });

  it('is not found and nothing of it is read while somebody else could have written it', () => {
    const data = temporaryFolder();
    const runId = runWith(data, 1, began);
    const why = message('dataFolder.otherOwner', { path: runId, owner: 'somebody' });
    const doubted = { ...runsIn(data), doubt: () => why };
    expect([
      findRunFolder(doubted, runId),
      listRuns(doubted).map(({ state, phases, startedAt }) => [state, phases, startedAt]),
      [...believedRuns(doubted)],
    ]).toEqual([{ ok: false, why }, [['unreadable', null, null]], []]);
  });

  it('keeps inventories whole and gives null for one that is damaged', () => {
    const folder = createRunFolder(runsIn(temporaryFolder()), steppingClock());
    const inventory = inventoryOf({ services: [{ name: 'AVP21.19' }] });
    const missing = folder.readInventory('before');
    folder.writeInventory('before', inventory);
    const whole = folder.readInventory('before');
    writeFileSync(join(folder.path, 'before.json'), '{"format":');
    expect([missing, whole, folder.readInventory('before')]).toEqual([null, inventory, null]);
  });

  it('replaces a file as a whole and leaves no temporary one', () => {
    const folder = createRunFolder(runsIn(temporaryFolder()), steppingClock());
    folder.writeFile('report.html', 'old and long');
    folder.writeFile('report.html', 'new');
    expect([
      readdirSync(folder.path),
      readFileSync(join(folder.path, 'report.html'), 'utf8'),
    ]).toEqual([['report.html'], 'new']);
  });

  it('never lets the name of a step lead a log out of it', () => {
    const folder = createRunFolder(runsIn(temporaryFolder()), steppingClock());
    const path = folder.logFile('../../etc/{passwd}\\..');
    expect([path, existsSync(join(folder.path, 'logs'))]).toEqual([
      join(folder.path, 'logs', '..-..-etc-passwd-...log'),
      true,
    ]);
  });

  it('loses, when its run goes on, the logs of attempts that nobody saw end', () => {
    const data = temporaryFolder();
    const result = { ...endedWell, logFile: 'C:\\runs\\x\\logs\\first-1.log' };
    const runId = runWith(data, 1, began, { kind: 'stepEnded', stepId: 'first', result });
    const found = findRunFolder(runsIn(data), runId);
    if (!found.ok) throw new Error('not found');
    const logs = dirname(found.folder.logFile('first-1'));
    for (const name of ['first-1.log', 'second-1.log'])
      writeFileSync(join(logs, name), 'PASSWORD=x');
    const opened = found.folder.openJournal(steppingClock());
    if (opened.ok) opened.journal.close();
    expect(readdirSync(logs)).toEqual(['first-1.log']);
  });

  it('reads a report back and refuses one of another format', () => {
    const folder = createRunFolder(runsIn(temporaryFolder()), steppingClock());
    const record = recordOf();
    folder.writeFile('report.json', JSON.stringify(record));
    const whole = readRunRecord(folder.path);
    folder.writeFile('report.json', JSON.stringify({ ...record, format: 'cutover-run/4' }));
    expect([whole, readRunRecord(folder.path)]).toEqual([record, null]);
  });

  it('reads what version 2 of a report held, which knew no state', () => {
    const folder = createRunFolder(runsIn(temporaryFolder()), steppingClock());
    const { state: _state, ...record } = recordOf();
    folder.writeFile('report.json', JSON.stringify({ ...record, format: 'cutover-run/2' }));
    expect(readRunRecord(folder.path)).toEqual(recordOf({ state: null }));
  });

  it('that cannot be made ends in one known exception', () => {
    const data = join(temporaryFolder(), 'a file');
    writeFileSync(data, '');
    const folder = { ...runsIn(temporaryFolder()), path: data };
    expect(() => createRunFolder(folder, steppingClock())).toThrow(CannotWrite);
  });
});
