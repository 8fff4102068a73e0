import { readVarint } from './read-varint.ts';

export type Value = string | number | bigint | Buffer | null;

/** The values of a record, in the order of its columns. Throws a `RangeError` where it is damaged. */
export function decodeRecord(record: Buffer): readonly Value[] {
  const header = readVarint(record, 0);
  let body = header.value;
  const values: Value[] = [];
  for (let at = header.end; at < header.value;) {
    const type = readVarint(record, at);
    const size = sizeOf(type.value);
    if (body + size > record.length) throw new RangeError('A value ends beyond its record.');
    values.push(valueOf(type.value, record.subarray(body, body + size)));
    body += size;
    at = type.end;
  }
  return values;
}

/** Sizes of the kinds 0 to 9 in bytes; above them, blobs are even and texts odd. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(type: number): number {
  return sizes[type] ?? Math.max(0, Math.floor((type - 12) / 2));
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type >= 13 && type % 2 === 1) return bytes.toString('utf8');
  if (type >= 12) return bytes;
  if (type === 7) return bytes.readDoubleBE();
  if (type === 6) return bytes.readBigInt64BE();
  if (type >= 1 && type <= 5) return bytes.readIntBE(0, bytes.length);
  return type === 8 ? 0 : type === 9 ? 1 : null;
}
