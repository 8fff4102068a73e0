/**
 * Compares dotted versions by number: below zero when `a` is older, zero when equal. Missing parts count as
 * zero and anything that is not a digit only separates, so `v21.3.10 (a)` and `21.3.10.0` are the same. A
 * missing version is older than any other.
 */
export function compareVersions(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = compareNumbers(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Digits as text without leading zeros, so that a number of any length stays exact. */
function numbersOf(version: string): string[] {
  return (version.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+/, ''));
}

function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
