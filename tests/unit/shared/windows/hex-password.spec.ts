import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHexPassword } from '../../../../src/shared/windows/hex-password.ts';

describe('encodeHexPassword', () => {
  it.each([
    ['', ''],
    ['A', '4100'],
    ['aZ9', '61005A003900'],
    ['ж漢', '3604226F'],
    ['😀', '3DD800DE'],
  ])('writes %j as %s', (password, hex) => {
    expect(encodeHexPassword(password)).toBe(hex);
  });

  it('can be turned back into any password', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (password) => {
        expect(Buffer.from(encodeHexPassword(password), 'hex').toString('utf16le')).toBe(password);
      }),
    );
  });
});
