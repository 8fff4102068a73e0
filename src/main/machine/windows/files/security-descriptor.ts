import { readSid } from '../ffi/sid.ts';

/** Who owns something, and what is allowed on it itself. */
export interface Security {
  /** Security identifier as text; null when there is none. */
  readonly owner: string | null;
  readonly allowed: readonly Allowance[];
}

export interface Allowance {
  /** Security identifier as text; `?` in an entry of a kind that is not known. */
  readonly account: string;
  /** Access mask. */
  readonly mask: number;
}

const listPresent = 0x4;
const inheritOnly = 0x8;
const everything = 0x10000000;
const everybody = 'S-1-1-0';

/** Kinds of entries. Source: Microsoft, Windows SDK header `winnt.h`, `ACCESS_*_ACE_TYPE`. */
const plainAllowing: readonly number[] = [0, 9];
const denying: readonly number[] = [1, 6, 10, 12];

/**
 * Reads a self-relative security descriptor. What is denied is not counted, so that more may seem allowed than is, never
 * less; a missing access list allows everybody everything. Source: Microsoft, [MS-DTYP] 2.4.4 to 2.4.6. Throws a
 * `RangeError` where it is cut off.
 */
export function readSecurity(descriptor: Buffer): Security {
  const owner = descriptor.readUInt32LE(4);
  const list = descriptor.readUInt32LE(16);
  const hasList = (descriptor.readUInt16LE(2) & listPresent) !== 0 && list !== 0;
  return {
    owner: owner === 0 ? null : readSid(descriptor, owner),
    allowed: hasList ? readList(descriptor, list) : [{ account: everybody, mask: everything }],
  };
}

function readList(descriptor: Buffer, start: number): readonly Allowance[] {
  const allowed: Allowance[] = [];
  let at = start + 8;
  for (let left = descriptor.readUInt16LE(start + 4); left > 0; left--) {
    const kind = descriptor.readUInt8(at);
    const counts = (descriptor.readUInt8(at + 1) & inheritOnly) === 0 && !denying.includes(kind);
    if (counts) allowed.push(readEntry(descriptor, at, kind));
    at += descriptor.readUInt16LE(at + 2);
  }
  return allowed;
}

function readEntry(descriptor: Buffer, at: number, kind: number): Allowance {
  const mask = descriptor.readUInt32LE(at + 4);
  return { account: plainAllowing.includes(kind) ? readSid(descriptor, at + 8) : '?', mask };
}
