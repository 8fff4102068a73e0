/** Lengths of the groups of a GUID whose digits Windows Installer writes backwards. */
const groups = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2] as const;

const product = /^\{([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}$/i;

/**
 * The name under which Windows Installer keeps a product code in the registry, in upper case, or null when it
 * is no product code. Each group is written backwards; the last two by bytes.
 */
export function packProductCode(productCode: string): string | null {
  const match = product.exec(productCode);
  return match === null ? null : turnGroups(match.slice(1).join(''));
}

/** The product code for such a name, with braces and in upper case, or null when it is none. */
export function unpackProductCode(packed: string): string | null {
  if (!/^[0-9a-f]{32}$/i.test(packed)) return null;
  const plain = turnGroups(packed);
  return `{${[0, 8, 12, 16, 20].map((at, index, starts) => plain.slice(at, starts[index + 1])).join('-')}}`;
}

/** Doing it twice gives the same again. */
function turnGroups(digits: string): string {
  let at = 0;
  const turned = groups.map((length) => {
    at += length;
    return digits
      .slice(at - length, at)
      .split('')
      .toReversed()
      .join('');
  });
  return turned.join('').toUpperCase();
}
