import { expect, test } from 'vitest';
import { practiceComputers } from '../../../../src/main/machine/practice/practice-computers.ts';
import { machineWords } from '../../../../src/renderer/words/machine-words.ts';

test('every practice computer has a name in every language', () => {
  const known = ['this-computer', ...practiceComputers.map(({ id }) => id)];
  expect(Object.keys(machineWords).sort()).toEqual(known.sort());
});
