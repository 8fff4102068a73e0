const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'ê',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  U: 'Ü',
  Y: 'Ý',
  Z: 'Ž',
};

/**
 * English that looks foreign and is about 40% longer, as German and Russian are. The brackets show where a text
 * begins and ends, so one that is cut off or put together from pieces is seen at once.
 */
export function pseudoText(text: string): string {
  const words = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[a-z]/gi, (c) => accented[c] ?? c)))
    .join('');
  const padding = '~~~~~~~ '.repeat(Math.ceil((text.length * 0.4) / 8)).trim();
  return `[${words} ${padding}]`;
}
