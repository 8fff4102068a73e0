import { expect, it } from 'vitest';
import { formats } from '../../../../src/shared/words/formats.ts';

it('lengths of time read as people say them', () => {
  const { duration } = formats('en');
  expect([0, 300, 59_400, 125_000].map(duration)).toEqual([
    '0 sec',
    '1 sec',
    '59 sec',
    '2 min 5 sec',
  ]);
});
