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

it('sizes bear the unit that fits, as Windows counts them', () => {
  const { size } = formats('en');
  expect([1, 582, 3_565_158, 228_000_000_000].map(size)).toEqual([
    '1 byte',
    '582 bytes',
    '3.4 MB',
    '212.3 GB',
  ]);
});
