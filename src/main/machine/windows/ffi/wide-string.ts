/** A NUL-terminated UTF-16 string for the Windows API. Half surrogate pairs stay as they are. */
export function toWide(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le');
}

/** `length` UTF-16 characters at a byte offset. */
export function fromWide(buffer: Buffer, length: number, offset = 0): string {
  return buffer.toString('utf16le', offset, offset + length * 2);
}

/** The NUL-terminated UTF-16 string at a byte offset; it ends with the buffer where the NUL is missing. */
export function wideAt(buffer: Buffer, offset: number): string {
  let end = offset;
  while (end + 1 < buffer.length && buffer.readUInt16LE(end) !== 0) end += 2;
  return buffer.toString('utf16le', offset, end);
}
