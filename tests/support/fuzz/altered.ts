/** Numbers that follow from a seed alone (mulberry32), so that an input can be made again. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0, below `below`. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }
}

/** Lengths and counts at which readers go wrong. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/** What means something in one of the formats. */
const signs = [
  ...'"\\[]{}<>&;,%\0\n\r\u202E\uFEFF',
  'hex(7):',
  'dword:',
  ',\\\r\n  ',
  '@=',
  '<Exec>',
  '<!--',
  '-1',
  '1e999',
  'null',
  '[[[[[[[[',
];

const ways: readonly ((bytes: Buffer, dice: Dice) => Buffer)[] = [
  (bytes, dice) => spliced(bytes, dice.below(bytes.length), Buffer.from([dice.below(256)]), 1),
  (bytes, dice) => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(dice.of([...edges, bytes.length, dice.below(2 ** 32)]));
    return spliced(bytes, dice.below(bytes.length), number, dice.of([2, 4]));
  },
  (bytes, dice) =>
    spliced(bytes, dice.below(bytes.length), Buffer.alloc(0), dice.below(dice.of([4, 64, 4096]))),
  (bytes, dice) => spliced(bytes, dice.below(bytes.length), piece(bytes, dice, 200), 0),
  (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
  (bytes, dice) => {
    const repeated = Array.from({ length: dice.below(300) }, () => piece(bytes, dice, 40));
    return spliced(bytes, dice.below(bytes.length), Buffer.concat(repeated), 0);
  },
  (bytes, dice) =>
    spliced(
      bytes,
      dice.below(bytes.length),
      Buffer.from(dice.of(signs), dice.of(['utf8', 'utf16le'])),
      0,
    ),
];

/** Something that was a whole file, with a few places of it damaged or made up. */
export function altered(whole: Buffer, dice: Dice): Buffer {
  let bytes = whole;
  for (let left = 1 + dice.below(6); left > 0 && bytes.length > 0; left--)
    bytes = dice.of(ways)(bytes, dice).subarray(0, largest);
  return bytes;
}

const largest = 1_000_000;

function spliced(bytes: Buffer, at: number, instead: Buffer, of: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), instead, bytes.subarray(at + of)]);
}

function piece(bytes: Buffer, dice: Dice, most: number): Buffer {
  const at = dice.below(bytes.length);
  return bytes.subarray(at, at + dice.below(most));
}
