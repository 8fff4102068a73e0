import { expect, it } from 'vitest';
import { actionSchema, reversals } from '../../../../src/shared/domain/action.ts';

it('says of every kind of action how it is taken back', () => {
  const kinds = actionSchema.options.map(({ shape }) => shape.kind.value);
  expect(Object.keys(reversals).toSorted()).toEqual(kinds.toSorted());
});
