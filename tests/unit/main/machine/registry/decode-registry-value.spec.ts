import { describe, expect, it } from 'vitest';
import { decodeRegistryValue } from '../../../../../src/main/machine/registry/decode-registry-value.ts';

const wide = (text: string) => Buffer.from(text, 'utf16le');

describe('decodeRegistryValue', () => {
  it.each([
    ['text up to its first NUL', 1, wide('Каспер\0rest'), 'REG_SZ', 'Каспер'],
    ['text without a NUL', 1, wide('ab'), 'REG_SZ', 'ab'],
    ['text of an odd number of bytes', 1, Buffer.from([0x61, 0, 0x62]), 'REG_SZ', 'a'],
    ['text to be expanded as it is', 2, wide('%A%\\b\0'), 'REG_EXPAND_SZ', '%A%\\b'],
    ['no text at all', 1, Buffer.alloc(0), 'REG_SZ', ''],
    ['a lone surrogate', 1, wide('a\ud800b\0'), 'REG_SZ', 'a\ud800b'],
    ['a link', 6, wide('\\Registry\\X'), 'REG_LINK', '\\Registry\\X'],
    ['an unsigned number', 4, Buffer.from('ffffffff', 'hex'), 'REG_DWORD', 0xffffffff],
    ['a number the other way', 5, Buffer.from('00000102', 'hex'), 'REG_DWORD_BIG_ENDIAN', 258],
    ['a long number', 11, Buffer.from('ffffffffffffffff', 'hex'), 'REG_QWORD', 2n ** 64n - 1n],
    ['a list', 7, wide('a\0b\0\0'), 'REG_MULTI_SZ', ['a', 'b']],
    ['a list with empty texts inside', 7, wide('a\0\0b\0\0\0'), 'REG_MULTI_SZ', ['a', '', 'b', '']],
    ['a list without its end', 7, wide('a\0b'), 'REG_MULTI_SZ', ['a', 'b']],
    ['an empty list', 7, wide('\0'), 'REG_MULTI_SZ', []],
    ['a list of no bytes', 7, Buffer.alloc(0), 'REG_MULTI_SZ', []],
    [
      'a number of three bytes as bytes',
      4,
      Buffer.from([1, 2, 3]),
      'REG_DWORD',
      new Uint8Array([1, 2, 3]),
    ],
    ['bytes', 3, Buffer.from([1]), 'REG_BINARY', new Uint8Array([1])],
    ['a type without a name as bytes', 8, Buffer.from([1]), 'REG_8', new Uint8Array([1])],
  ])('reads %s', (_what, typeCode, bytes, type, data) => {
    expect(decodeRegistryValue('n', typeCode, bytes)).toEqual({
      name: 'n',
      type,
      size: bytes.length,
      data,
    });
  });
});
