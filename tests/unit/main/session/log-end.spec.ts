import { describe, expect, it } from 'vitest';
import { logEnd } from '../../../../src/main/session/log-end.ts';
import { message, type Message } from '../../../../src/shared/domain/message.ts';
import { exitCodeNames, type ExitCodeName } from '../../../../src/shared/domain/run/exit-codes.ts';
import { eventIdOf, type LogEntry } from '../../../../src/shared/domain/run/log-entry.ts';
import { recordOf } from '../../../support/run-samples.ts';

const folder = { path: 'C:\\ProgramData\\Cutover\\runs\\r1', runId: 'r1' };

function logged(exit: ExitCodeName, record = recordOf(), answer: Message | null = null) {
  const entries: LogEntry[] = [];
  const machine = {
    logEnd(entry: LogEntry) {
      entries.push(entry);
      return answer;
    },
  };
  return { why: logEnd(machine, folder, { kind: 'ended', exit, record }), entries };
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

  it('is nothing after a rehearsal, or where there is no such log', () => {
    const rehearsal = logged('success', recordOf({ outcome: 'dryRun' }));
    const end = { kind: 'ended', exit: 'success', record: recordOf() } as const;
    expect([rehearsal.entries, logEnd({}, folder, end)]).toEqual([[], null]);
  });

  it('says why it could not be written, which fails nothing', () => {
    const refused = message('run.notLogged', { why: 'full' });
    const fails = {
      logEnd() {
        throw new Error('no log here');
      },
    };
    const end = { kind: 'ended', exit: 'success', record: recordOf() } as const;
    expect([logged('success', recordOf(), refused).why, logEnd(fails, folder, end)]).toEqual([
      refused,
      message('run.notLogged', { why: 'no log here' }),
    ]);
  });
});
