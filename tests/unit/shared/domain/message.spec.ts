import { describe, expect, it } from 'vitest';
import { message, messageSchema } from '../../../../src/shared/domain/message.ts';

describe('a message', () => {
  it('is its id and what it is filled with', () => {
    expect([message('button.back'), message('evidence.showAll', { count: 2 })]).toEqual([
      { id: 'button.back' },
      { id: 'evidence.showAll', values: { count: 2 } },
    ]);
  });

  it('is read from a record, with messages and lists inside it', () => {
    const inner = { id: 'outcome.stopped.title' };
    const whole = { id: 'a.b', values: { text: 'x', count: 1, inner, list: ['y', inner] } };
    expect(messageSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it.each([
    [{ values: {} }],
    [{ id: 'a', values: { x: null } }],
    [{ id: 'a', values: { x: [1] } }],
    [{ id: 'a', text: 'x' }],
    ['a'],
  ])('is nothing else: %j', (wrong) => {
    expect(messageSchema.safeParse(wrong).success).toBe(false);
  });
});
