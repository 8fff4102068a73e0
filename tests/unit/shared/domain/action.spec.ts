import { expect, it } from 'vitest';
import { actionResultSchema, actionSchema } from '../../../../src/shared/domain/action.ts';
import { reversals } from '../../../../src/shared/domain/reversals.ts';

it('says of every kind of action how it is taken back', () => {
  const kinds = actionSchema.options.map(({ shape }) => shape.kind.value);
  expect(Object.keys(reversals).toSorted()).toEqual(kinds.toSorted());
});

it('reads what version 0.1.0 kept of an end as what the installer said', () => {
  const result = {
    ended: 'exited',
    exitCode: 1603,
    startedAt: '2026-11-23T17:15:00.000Z',
    durationMs: 1,
    command: 'msiexec.exe',
    logFile: null,
    killedProcesses: [],
  };
  const read = ['Enter the password.', null].map((message) =>
    actionResultSchema.parse({ ...result, message }),
  );
  const unknown = { message: [], undone: false, passwordNamed: false };
  expect(read).toEqual([
    { ...result, ...unknown, said: 'Enter the password.' },
    { ...result, ...unknown, said: null },
  ]);
  expect(read.map((each) => actionResultSchema.parse(each))).toEqual(read);
});
