import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { message, type Message } from '../../../../src/shared/domain/message.ts';
import { exitCodes } from '../../../../src/shared/domain/run/exit-codes.ts';
import {
  publishedStateSchema,
  type PublishedState,
} from '../../../../src/shared/domain/run/published-state.ts';
import { publishState } from '../../../../src/main/session/publish-state.ts';
import { recordOf } from '../../../support/run-samples.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function told(record = recordOf(), answer: Message | null = null, hasRecord = true) {
  const path = temporaryFolder();
  if (hasRecord) writeFileSync(join(path, 'report.json'), '{"a":1}');
  const states: PublishedState[] = [];
  const why = publishState(
    {
      publishState: (state) => {
        states.push(state);
        return answer;
      },
    },
    { path, runId: record.runId },
    { kind: 'ended', exit: 'restartNeeded', record },
  );
  return { path, states, why };
}

describe('what a run leaves for tools that look into the registry', () => {
  it('names how it ended, and its record by place and hash', () => {
    const record = recordOf({ finishedAt: '2026-11-30T01:02:03.000Z' });
    const { path, states, why } = told(record);
    const file = join(path, 'report.json');
    expect([why, states.map((state) => publishedStateSchema.parse(state))]).toEqual([
      null,
      [
        {
          format: 'cutover-state/1',
          verdict: record.state?.verdict ?? 'notKnown',
          name: 'restartNeeded',
          code: exitCodes.restartNeeded.posix,
          time: '2026-11-30T01:02:03.000Z',
          run: record.runId,
          version: states[0]?.version,
          record: file,
          sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
        },
      ],
    ]);
  });

  it('is not known where nobody could look', () => {
    expect(told(recordOf({ state: null })).states.map(({ verdict }) => verdict)).toEqual([
      'notKnown',
    ]);
  });

  it('is nothing after a rehearsal, or on a computer that has no such place', () => {
    const end = { kind: 'ended', exit: 'success', record: recordOf() } as const;
    expect([
      told(recordOf({ outcome: 'dryRun' })).states,
      publishState({}, { path: temporaryFolder(), runId: 'r' }, end),
    ]).toEqual([[], null]);
  });

  it('says why it could not be left, which fails nothing', () => {
    const refused = message('run.stateNotWritten', { key: 'k', why: 'w' });
    const { states, why } = told(recordOf(), null, false);
    expect([told(recordOf(), refused).why, states, why?.id]).toEqual([
      refused,
      [],
      'run.recordUnreadable',
    ]);
  });
});
