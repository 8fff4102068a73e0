/** Text of a file that Windows wrote: UTF-16 or UTF-8, told apart by the first bytes. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  // Without a mark, ASCII in UTF-16 shows by its zero bytes.
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return bytes.toString('utf16le');
  return bytes.toString('utf8');
}
