import { describe, expect, it } from 'vitest';
import { continuingOf, isRegistered, triesOf } from '../../../../../src/main/engine/run/goes-on.ts';
import type { JournalEntry } from '../../../../../src/main/engine/record/journal-entry.ts';
import {
  journalFormat,
  type JournalFact,
} from '../../../../../src/main/engine/record/journal-fact.ts';
import { defaultChoice } from '../../../../../src/shared/domain/plan/plan.ts';
import { inventoryOf } from '../../../../support/inventory-builder.ts';

const runId = '20261128-120000-abcd';

const started: JournalFact = {
  kind: 'runStarted',
  format: journalFormat,
  cutoverVersion: '0.1.0',
  runId,
  machineId: 'this',
  practice: false,
  choice: defaultChoice,
  dryRun: false,
};
const resumed = (byItself?: boolean): JournalFact => ({
  kind: 'runResumed',
  cutoverVersion: '0.1.0',
  starts: 2,
  ...(byItself === undefined ? {} : { byItself }),
});
const begun = (kind: string, bootedAt?: string): JournalFact => ({
  kind: 'stepStarted',
  stepId: `restart:${kind}:${runId}`,
  pendingRestarts: [],
  ...(bootedAt === undefined ? {} : { bootedAt }),
});
const judged = (kind: string, outcome: 'done' | 'failed'): JournalFact => ({
  kind: 'stepJudged',
  result: {
    stepId: `restart:${kind}:${runId}`,
    outcome,
    exitCode: 0,
    durationMs: 0,
    message: [],
    command: null,
    logFile: null,
  },
});
/** Written at noon, by the clock of then. */
const entriesOf = (...facts: readonly JournalFact[]): readonly JournalEntry[] =>
  facts.map((fact, index) => ({ sequence: index + 1, time: '2026-11-28T12:00:00.000Z', fact }));

const register = begun('registerContinuation', '2026-11-28T10:00:00.000Z');
const unregister = 'unregisterContinuation';

describe('how often Windows went on with a run by itself', () => {
  it.each([
    ['a run that began', [started], 0],
    ['gone on with by hand', [started, resumed(true), resumed()], 0],
    ['by itself', [started, resumed(true), resumed(true)], 2],
    ['by itself since a person last did', [started, resumed(true), resumed(), resumed(true)], 1],
  ] as const)('%s', (_name, facts, tries) => {
    expect(triesOf(entriesOf(...facts))).toBe(tries);
  });
});

describe('whether a run that Windows starts is gone on with', () => {
  const seen = (bootedAt: string | undefined, collectedAt: string) => ({
    ...inventoryOf({ machine: bootedAt === undefined ? {} : { bootedAt } }),
    collectedAt,
  });
  const after = seen('2026-11-28T13:00:00.000Z', '2026-11-28T13:01:00.000Z');
  const same = seen('2026-11-28T10:00:02.000Z', '2026-11-28T12:30:00.000Z');
  it.each([
    ['after the restart', [started, register], after, 'goesOn'],
    ['before it, because somebody else signed in', [started, register], same, 'notRestarted'],
    [
      'after it, with the clock set back to before the run',
      [started, register],
      seen('2026-11-27T07:59:00.000Z', '2026-11-27T08:00:00.000Z'),
      'goesOn',
    ],
    [
      'after it, with the clock set forward by a year',
      [started, register],
      seen('2027-11-28T13:00:00.000Z', '2027-11-28T13:01:00.000Z'),
      'goesOn',
    ],
    [
      'after it, the clock set so that the start seems to be the same',
      [started, register],
      seen('2026-11-28T10:00:00.000Z', '2026-11-28T10:01:00.000Z'),
      'goesOn',
    ],
    [
      'where nobody knows when it was started',
      [started, register],
      seen(undefined, '2026-11-28T12:30:00.000Z'),
      'goesOn',
    ],
    [
      'where nobody knew when it had been started',
      [started, begun('registerContinuation')],
      same,
      'goesOn',
    ],
    [
      'registered anew after a start',
      [started, register, resumed(true), register],
      same,
      'notRestarted',
    ],
    ['registered by nobody', [started], after, 'notAsked'],
    ['at its end', [started, register, judged(unregister, 'done')], after, 'atItsEnd'],
    [
      'when another run took its place',
      [started, register, { kind: 'superseded', by: '20261129-120000-wxyz' }],
      after,
      'atItsEnd',
    ],
    [
      'its registration not taken away',
      [started, register, judged(unregister, 'failed')],
      after,
      'goesOn',
    ],
    ['of another computer', [{ ...started, machineId: 'other' }, register], after, 'otherMachine'],
  ] as const)('%s', (_name, facts, now, expected) => {
    expect(continuingOf(entriesOf(...facts), runId, 'this', now)).toBe(expected);
  });

  it('asks the journal for its own run alone', () => {
    const entries = entriesOf(started, register);
    expect([isRegistered(entries, runId), isRegistered(entries, '20261128-120000-zzzz')]).toEqual([
      true,
      false,
    ]);
  });
});
