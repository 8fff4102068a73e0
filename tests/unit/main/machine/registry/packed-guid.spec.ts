import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  packProductCode,
  unpackProductCode,
} from '../../../../../src/main/machine/registry/packed-guid.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF'), minLength: length, maxLength: length });

const productCode = fc
  .tuple(hex(8), hex(4), hex(4), hex(4), hex(12))
  .map((groups) => `{${groups.join('-')}}`);

describe('a packed product code', () => {
  it('is written backwards group by group', () => {
    expect(packProductCode('{12345678-90ab-CDEF-0123-456789ABCDEF}')).toBe(
      '87654321BA09FEDC1032547698BADCFE',
    );
  });

  it('gives the product code back', () => {
    expect(unpackProductCode('87654321ba09fedc1032547698badcfe')).toBe(
      '{12345678-90AB-CDEF-0123-456789ABCDEF}',
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(productCode, (code) => {
        expect(unpackProductCode(packProductCode(code) ?? '')).toBe(code);
      }),
    );
  });

  it.each([
    '',
    'x',
    '{12345678-90AB-CDEF-0123-456789ABCDE}',
    '12345678-90AB-CDEF-0123-456789ABCDEF',
    '{12345678-90AB-CDEF-0123-456789ABCDEG}',
  ])('does not exist for %j', (text) => {
    expect([packProductCode(text), unpackProductCode(text)]).toEqual([null, null]);
  });
});
