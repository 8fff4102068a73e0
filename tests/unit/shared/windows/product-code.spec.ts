import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findProductCode,
  normaliseProductCode,
} from '../../../../src/shared/windows/product-code.ts';

const code = '{7EC66A9F-0A49-4DC0-A9E8-460333EA8013}';
const guids = fc.uuid().map((uuid) => `{${uuid}}`);

describe('normaliseProductCode', () => {
  it.each([
    [code, code],
    [code.toLowerCase(), code],
    [`InstallWIX_${code}`, code],
    [`installwix_${code.toLowerCase()}`, code],
    [` ${code} `, code],
    ['InstallWIX_', null],
    [code.slice(1), null],
    [`${code}x`, null],
    [`Other_${code}`, null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(normaliseProductCode(text)).toBe(expected);
  });

  it('gives one form for a code and its twin, and keeps that form', () => {
    fc.assert(
      fc.property(guids, (text) => {
        const normal = normaliseProductCode(text);
        expect([normaliseProductCode(`InstallWIX_${text}`), normaliseProductCode(normal!)]).toEqual(
          [text.toUpperCase(), text.toUpperCase()],
        );
      }),
    );
  });
});

describe('findProductCode', () => {
  it.each([
    [`MsiExec.exe /X${code}`, code],
    [`msiexec /i "${code.toLowerCase()}" REMOVE=ALL`, code],
    ['"C:\\Program Files\\a.exe" /x', null],
    ['{7EC66A9F}', null],
  ])('looks into %j', (text, expected) => {
    expect(findProductCode(text)).toBe(expected);
  });

  it('finds a code wherever it stands', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '-', '/', 'ж') });
    fc.assert(
      fc.property(words, guids, words, (before, text, after) => {
        expect(findProductCode(before + text + after)).toBe(text.toUpperCase());
      }),
    );
  });
});
