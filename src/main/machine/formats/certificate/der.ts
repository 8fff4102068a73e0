/** One element of DER: its kind, what it holds, and where the next one begins. ITU-T X.690. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
  /** With its tag and its length. */
  readonly whole: Buffer;
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

/** The elements in a row; one that is damaged ends it, as do tags and lengths of kinds that DER does not have. */
export function derElements(bytes: Buffer): readonly DerElement[] {
  const found: DerElement[] = [];
  let at = 0;
  while (found.length < most) {
    const next = elementAt(bytes, at);
    if (next === null) break;
    found.push(next);
    at += next.whole.length;
  }
  return found;
}

/** What the first element of this kind holds. */
export function derContent(elements: readonly DerElement[], tag: number): Buffer | null {
  return elements.find((element) => element.tag === tag)?.content ?? null;
}

function elementAt(bytes: Buffer, at: number): DerElement | null {
  if (at + 2 > bytes.length) return null;
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  const more = first < 0x80 ? 0 : first - 0x80;
  if ((tag & 0x1f) === 0x1f || first === 0x80 || more > 4 || at + 2 + more > bytes.length)
    return null;
  const start = at + 2 + more;
  const end = start + (more === 0 ? first : bytes.readUIntBE(at + 2, more));
  if (end > bytes.length) return null;
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}
