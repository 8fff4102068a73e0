import { expect, test } from 'vitest';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { idsOf } from '../../../support/message-ids.ts';

test('every practice computer has a name in every language', () => {
  const known = ['this-computer', ...practiceComputers.map(({ id }) => id)];
  const sorted = known.sort();
  expect([idsOf('machine', 'title'), idsOf('machine', 'description')]).toEqual([sorted, sorted]);
});
