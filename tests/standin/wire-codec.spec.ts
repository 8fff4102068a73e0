import { expect, test } from '@playwright/test';
import { makeWireCodec } from './world/wire-codec.ts';

const { encode, decode } = makeWireCodec();

const values: Readonly<Record<string, unknown>> = {
  'plain data': { text: 'Grüße 日本', list: [1, true, null, 'undefined'], nested: { a: [] } },
  'numbers that JSON loses': [NaN, Infinity, -Infinity, -0],
  'an absent value': { here: undefined },
  'a big integer': 12_345_678_901_234_567_890n,
  'a date': { at: new Date(5) },
  'a regular expression': /a+b/giu,
  'maps and sets': [new Map<unknown, unknown>([[{ k: 1 }, new Set([1, 'x'])]]), new Set()],
  bytes: [new Uint8Array([0, 255]), new Float64Array([1.5]), new ArrayBuffer(3)],
  'many bytes': new Uint8Array(200_000).fill(7),
  'an array with tags as text': ['Map', 'Date', ['Object']],
};

for (const [name, value] of Object.entries(values)) {
  test(`unchanged: ${name}`, () => {
    expect(decode(encode(value))).toEqual(value);
  });
}

test('an error keeps its type, message and stack', () => {
  const error = new RangeError('too far');
  const back = decode(encode(error)) as Error;
  expect([back instanceof RangeError, back.message, back.stack]).toEqual([
    true,
    'too far',
    error.stack,
  ]);
});

test('a key named __proto__ stays an ordinary key', () => {
  const back = decode(encode(JSON.parse('{"__proto__": 1}'))) as object;
  expect(Object.entries(back)).toEqual([['__proto__', 1]]);
});

test('one object in two places stays one object', () => {
  const shared = { x: 1 };
  const [first, second] = decode(encode([shared, shared])) as unknown[];
  expect(first).toBe(second);
});

test('a function is refused with the message that Electron gives', () => {
  expect(() => encode({ run: () => 1 })).toThrow('An object could not be cloned.');
});
