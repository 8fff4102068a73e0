/** One element of DER within some bytes: its kind, where it begins, where its content does, and where both end. ITU-T X.690. */
export interface DerElement {
  readonly tag: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export const der = {
  integer: 0x02,
  identifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  /** `[0]` that holds others. */
  context0: 0xa0,
} as const;

/** Elements that are looked at in one other; a signature has a dozen. */
const most = 256;

/**
 * The elements in a row from one place to another; one that is damaged ends it, as do tags and lengths of kinds that DER does
 * not have.
 */
export function derElements(bytes: Buffer, from: number, to: number): readonly DerElement[] {
  const found: DerElement[] = [];
  let at = from;
  while (found.length < most) {
    const next = elementAt(bytes, at, to);
    if (next === null) break;
    found.push(next);
    at = next.to;
  }
  return found;
}

/** The elements that another one of this kind holds; none where it is of another kind. */
export function derWithin(
  bytes: Buffer,
  element: DerElement | undefined,
  tag: number,
): readonly DerElement[] {
  return element?.tag === tag ? derElements(bytes, element.from, element.to) : [];
}

function elementAt(bytes: Buffer, at: number, end: number): DerElement | null {
  if (at + 2 > end) return null;
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  const more = first < 0x80 ? 0 : first - 0x80;
  if ((tag & 0x1f) === 0x1f || first === 0x80 || more > 4 || at + 2 + more > end) return null;
  const from = at + 2 + more;
  const to = from + (more === 0 ? first : bytes.readUIntBE(at + 2, more));
  return to > end ? null : { tag, at, from, to };
}
