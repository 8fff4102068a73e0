import { expect, test } from 'vitest';
import { newestSnapshot } from '../../../../src/renderer/bridge/newest-snapshot.ts';
import { aSnapshot } from '../../../support/snapshot-builder.ts';

test('a snapshot that was overtaken is not shown', () => {
  const [older, newer] = [aSnapshot({ revision: 3 }), aSnapshot({ revision: 4 })];
  expect([
    newestSnapshot(null, older),
    newestSnapshot(older, newer),
    newestSnapshot(newer, older),
  ]).toEqual([older, newer, newer]);
});

test('the same snapshot again is not drawn again', () => {
  const known = aSnapshot({ revision: 3 });
  expect(newestSnapshot(known, aSnapshot({ revision: 3 }))).toBe(known);
});
