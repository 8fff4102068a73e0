/** The two words of what a log of a hive is sealed with. Format: https://github.com/msuhanov/regf, "Log entries". */
const seed = { low: 0x7a4e55c5, high: 0x82ef4d88 } as const;

/**
 * The Marvin32 checksum of some bytes, as the two words that stand in a log, with the seed that Windows uses there. It tells
 * what was written whole from what was not; it protects from nobody.
 * Algorithm: Microsoft, SymCrypt, `lib/marvin32.c`.
 */
export function marvin32(bytes: Buffer): readonly [low: number, high: number] {
  let { low, high }: { low: number; high: number } = seed;
  const mix = (word: number): void => {
    low = (low + word) | 0;
    high ^= low;
    low = (rotated(low, 20) + high) | 0;
    high = rotated(high, 9) ^ low;
    low = (rotated(low, 27) + high) | 0;
    high = rotated(high, 19);
  };
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) mix(bytes.readInt32LE(at));
  // What is left over, up to three bytes, with a mark behind it that says where it ends.
  const rest = Buffer.alloc(4);
  bytes.copy(rest, 0, whole);
  rest[bytes.length - whole] = 0x80;
  mix(rest.readInt32LE(0));
  mix(0);
  return [low >>> 0, high >>> 0];
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
