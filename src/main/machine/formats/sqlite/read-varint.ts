/**
 * A number of one to nine bytes, the highest seven bits first. Throws a `RangeError` for one that cannot be a size.
 * SQLite: "Database File Format", "varint".
 */
export function readVarint(
  bytes: Buffer,
  at: number,
): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = at; index < at + 8; index += 1) {
    const byte = bytes.readUInt8(index);
    value = value * 0x80 + (byte & 0x7f);
    if (!Number.isSafeInteger(value)) break;
    if (byte < 0x80) return { value, end: index + 1 };
  }
  throw new RangeError('A number is too large.');
}

/** Where a number ends whose value does not matter, such as the negative id of a row. */
export function skipVarint(bytes: Buffer, at: number): number {
  let end = at;
  while (end < at + 8 && bytes.readUInt8(end) >= 0x80) end += 1;
  return end + 1;
}
