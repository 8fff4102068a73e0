import { message } from '../../../../src/shared/domain/message.ts';
import { expect, test } from 'vitest';
import type { Machine } from '../../../../src/main/machine/machine.ts';
import { backgroundSummary } from '../../../../src/main/session/background-summary.ts';
import { unreadableSummary } from '../../../../src/shared/domain/machine-summary.ts';
import { recordOf } from '../../../support/run-samples.ts';

type Summary = NonNullable<Machine['summary']>;

/** A machine that can do nothing else. */
function machineWith(summary?: Summary): Machine {
  const rest: Machine = {
    id: 'lab',
    practice: false,
    inventory: () => Promise.reject(new Error('not asked for')),
    perform: () => Promise.reject(new Error('not asked for')),
    close: () => Promise.resolve(),
  };
  return summary === undefined ? rest : { ...rest, summary };
}

const battery = { state: 'read', facts: null } as const;
const notYet = unreadableSummary(message('machineFacts.notYet'));

test('a report has what is known by then and does not wait for the rest', () => {
  const summary = backgroundSummary(
    machineWith((_signal, onParts) => {
      onParts({ battery });
      return new Promise(() => {});
    }),
  );
  const before = summary.into(recordOf({}));
  summary.begin();
  expect([before.machineSummary, summary.into(recordOf({})).machineSummary]).toEqual([
    undefined,
    { ...notYet, battery },
  ]);
});

test('the machine is asked once, and what is still being read is given up at the end', () => {
  const signals: AbortSignal[] = [];
  const summary = backgroundSummary(
    machineWith((signal) => {
      signals.push(signal);
      return new Promise(() => {});
    }),
  );
  summary.begin();
  summary.begin();
  summary.end();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

test('a machine that has no summary to give leaves the record as it is', () => {
  const summary = backgroundSummary(machineWith());
  summary.begin();
  expect(summary.into(recordOf({}))).toEqual(recordOf({}));
});
