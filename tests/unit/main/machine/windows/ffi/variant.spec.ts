import { describe, expect, it } from 'vitest';
import {
  decodeVariant,
  variantSize,
} from '../../../../../../src/main/machine/windows/ffi/variant.ts';

const cim = { sint32: 3, string: 8, boolean: 11, uint32: 19, uint64: 21, dateTime: 101 } as const;

function variant(type: number, write: (bytes: Buffer) => void = () => undefined): Buffer {
  const bytes = Buffer.alloc(variantSize, 0xee);
  bytes.writeUInt16LE(type, 0);
  write(bytes);
  return bytes;
}

const noText = () => {
  throw new Error('There is no text here.');
};
const number = (value: number) => variant(3, (bytes) => bytes.writeInt32LE(value, 8));
const text = (value: string, type: number) =>
  decodeVariant(
    variant(8, (bytes) => bytes.writeBigUInt64LE(7n, 8)),
    type,
    (pointer) => (pointer === 7n ? value : 'another text'),
  );

describe('decodeVariant', () => {
  it('reads a uint32, which arrives as a signed number, without its sign', () => {
    expect([
      decodeVariant(number(-1), cim.uint32, noText),
      decodeVariant(number(-1), cim.sint32, noText),
      decodeVariant(number(0x61100), cim.uint32, noText),
    ]).toEqual([4_294_967_295, -1, 397_568]);
  });

  it.each([
    [0, () => undefined, null],
    [1, () => undefined, null],
    [2, (bytes: Buffer) => bytes.writeInt16LE(-2, 8), -2],
    [5, (bytes: Buffer) => bytes.writeDoubleLE(1.5, 8), 1.5],
    [11, (bytes: Buffer) => bytes.writeInt16LE(-1, 8), true],
    [11, (bytes: Buffer) => bytes.writeInt16LE(0, 8), false],
    [17, (bytes: Buffer) => bytes.writeUInt8(200, 8), 200],
    [19, (bytes: Buffer) => bytes.writeUInt32LE(4_294_967_295, 8), 4_294_967_295],
  ])('reads a VARIANT of type %i', (type, write, expected) => {
    expect(
      decodeVariant(
        variant(type, (bytes) => void write(bytes)),
        0,
        noText,
      ),
    ).toBe(expected);
  });

  it.each([0x2008, 9, 13, 4095])('does not guess a value of type %i', (type) => {
    expect(decodeVariant(variant(type), 0, noText)).toBeUndefined();
  });

  it('reads 64-bit numbers out of their text as long as they are exact', () => {
    expect([text('42', cim.uint64), text('18446744073709551615', cim.uint64)]).toEqual([
      42,
      '18446744073709551615',
    ]);
  });

  it.each([
    ['20261120081244.000000+060', '2026-11-20T07:12:44.000Z'],
    ['20261120081244.123456-330', '2026-11-20T13:42:44.123Z'],
    ['16010101000000.000000+000', null],
    ['00000001000000.000000:000', '00000001000000.000000:000'],
    ['', ''],
  ])('reads the date %s as %s', (value, expected) => {
    expect(text(value, cim.dateTime)).toBe(expected);
  });

  it('leaves a text that looks like a date or a number alone', () => {
    expect([text('20261120081244.000000+060', cim.string), text('42', cim.string)]).toEqual([
      '20261120081244.000000+060',
      '42',
    ]);
  });
});
