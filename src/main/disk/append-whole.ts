import { fsyncSync, ftruncateSync, writeSync } from 'node:fs';

/**
 * Appends to a file that ends at `end`, flushed, and returns its new end. A disk that is full for a moment takes a part
 * and says so only by a number: that part is cut off again before this throws, so that a later append does not go on
 * in the middle of a line.
 *
 * The file must not be open for appending: Windows lets nobody shorten it then.
 */
export function appendWhole(
  file: number,
  end: number,
  text: string,
  /** For tests: a disk that takes less than it is given. */
  write: Write = writeSync,
): number {
  const bytes = Buffer.from(text);
  try {
    writeAll(file, bytes, end, write);
    fsyncSync(file);
  } catch (error) {
    ftruncateSync(file, end);
    throw error;
  }
  return end + bytes.length;
}

type Write = (file: number, bytes: Buffer, from: number, count: number, position: number) => number;

function writeAll(file: number, bytes: Buffer, position: number, write: Write): void {
  let written = 0;
  while (written < bytes.length) {
    const taken = write(file, bytes, written, bytes.length - written, position + written);
    if (taken <= 0) throw new Error('The disk took nothing.');
    written += taken;
  }
}
