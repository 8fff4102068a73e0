/** The texts of a REG_MULTI_SZ, given in hexadecimal digits; empty ones, which Windows passes over, are left out. */
export function textsOf(hex: string): readonly string[] {
  const units = hex.match(/.{4}/g) ?? [];
  const text = units.map((unit) => String.fromCharCode(swapped(Number.parseInt(unit, 16))));
  return text
    .join('')
    .split('\0')
    .filter((each) => each !== '');
}

/** Texts as a REG_MULTI_SZ, in hexadecimal digits. */
export function multiString(texts: readonly string[]): string {
  const text = [...texts.map((each) => `${each}\0`), '\0'].join('');
  return [...Array(text.length).keys()]
    .map((at) => swapped(text.charCodeAt(at)).toString(16).padStart(4, '0'))
    .join('');
}

/** Windows writes the lower half of a UTF-16 unit first. */
function swapped(unit: number): number {
  return ((unit & 0xff) << 8) | (unit >> 8);
}
