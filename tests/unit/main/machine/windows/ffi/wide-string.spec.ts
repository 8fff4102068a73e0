import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fromWide,
  toWide,
  wideAt,
} from '../../../../../../src/main/machine/windows/ffi/wide-string.ts';
import { guid } from '../../../../../../src/main/machine/windows/ffi/com.ts';

test('text survives the way to Windows and back, half surrogate pairs included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const text = raw.replaceAll('\0', '\ud83d');
      const wide = toWide(text);
      expect([fromWide(wide, text.length), wideAt(wide, 0), wide.length]).toEqual([
        text,
        text,
        text.length * 2 + 2,
      ]);
    }),
  );
});

test('a string ends with the memory where its NUL is missing', () => {
  const memory = Buffer.from('xxab', 'utf16le');
  expect([wideAt(memory, 4), wideAt(memory.subarray(0, 7), 4), wideAt(memory, 8)]).toEqual([
    'ab',
    'a',
    '',
  ]);
});

test('a GUID has the byte order of the structure in memory', () => {
  const bytes = guid('{00112233-4455-6677-8899-AABBCCDDEEFF}').toString('hex');
  expect(bytes).toBe('33221100554477668899aabbccddeeff');
  expect(() => guid('00112233')).toThrow('Not a GUID');
});
