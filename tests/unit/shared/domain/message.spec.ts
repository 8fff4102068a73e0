import { describe, expect, it } from 'vitest';
import { message, quoted } from '../../../../src/shared/domain/message.ts';
import { messageSchema, saidSchema } from '../../../../src/shared/domain/message-schema.ts';

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

  it('is read without the English text that documents have beside it', () => {
    const told = { id: 'a.b', values: { what: { id: 'c.d', text: 'D' } }, text: 'B and D' };
    expect(messageSchema.parse(told)).toEqual({ id: 'a.b', values: { what: { id: 'c.d' } } });
  });

  it('quotes what an earlier version wrote as a sentence', () => {
    const read = ['It was there.', { id: 'a.b' }].map((said) => saidSchema.parse(said));
    expect(read).toEqual([quoted('It was there.'), { id: 'a.b' }]);
  });

  it.each([
    [{ values: {} }],
    [{ id: 'a', values: { x: null } }],
    [{ id: 'a', values: { x: [1] } }],
    ['a'],
  ])('is nothing else: %j', (wrong) => {
    expect(messageSchema.safeParse(wrong).success).toBe(false);
  });
});
