import { expect, it } from 'vitest';
import type { JournalFact } from '../../../../../src/main/engine/record/journal-fact.ts';
import { earlierWork } from '../../../../../src/main/engine/run/earlier-work.ts';
import { message } from '../../../../../src/shared/domain/message.ts';

const time = '2026-11-29T10:00:00.000Z';
const worker = { kind: 'stepWorker', stepId: 'a', pid: 4711, startedAt: time } as const;
const ended = { kind: 'stepEnded', stepId: 'a' } as JournalFact;
const work = (...facts: readonly JournalFact[]) =>
  earlierWork(facts.map((fact, index) => ({ sequence: index + 1, time, fact })));

it('names the worker that nobody saw end, and nothing else', () => {
  expect([work(), work(worker, ended), work(worker, ended, { ...worker, pid: 4712 })]).toEqual([
    null,
    null,
    message('waiting.earlierUninstallerOf', { pid: '4712', since: '2026-11-29 10:00:00 UTC' }),
  ]);
});
