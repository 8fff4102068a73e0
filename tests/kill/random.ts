/** Numbers from 0 up to 1, the same for the same words (FNV-1a for the seed, then mulberry32). */
export function randomFor(...words: readonly (string | number)[]): () => number {
  let state = 0x811c9dc5;
  for (const character of words.join(' '))
    state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
