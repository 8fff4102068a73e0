import { baseChecksum } from '../../src/main/machine/formats/hive/hive-base-block.ts';
import { marvin32 } from '../../src/main/machine/formats/hive/marvin32.ts';

/**
 * Writes logs of registry hives (`NTUSER.DAT.LOG1`) as Windows does since 8.1, for tests of what replays one.
 * Format: https://github.com/msuhanov/regf, "Format of transaction log files", "New format".
 */

const base = 4096;
const page = 512;

/** A hive that says that a write of it, the one with this number, was begun and did not end. */
export function notClosed(hive: Buffer, sequence: number): Buffer {
  return resealed(hive, (copy) => {
    copy.writeUInt32LE(sequence, 4);
    copy.writeUInt32LE(sequence - 1, 8);
  });
}

/** A changed copy of a hive or a log, with the checksum that then belongs into its first block. */
export function resealed(file: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(file);
  change(copy);
  copy.writeUInt32LE(baseChecksum(copy), 508);
  return copy;
}

/** One entry: all pages in which a hive differs from an earlier one. */
export function logEntry(sequence: number, from: Buffer, to: Buffer): Buffer {
  const pages = Array.from(
    { length: (to.length - base) / page },
    (_, index) => index * page,
  ).filter((at) => !bytesOf(from, at).equals(bytesOf(to, at)));
  const size = Math.ceil((40 + pages.length * (8 + page)) / page) * page;
  const entry = Buffer.alloc(size);
  entry.write('HvLE', 0, 'latin1');
  const header = [size, 0, sequence, to.length - base, pages.length];
  header.forEach((number, index) => entry.writeUInt32LE(number, 4 + index * 4));
  pages.forEach((at, index) => {
    entry.writeUInt32LE(at, 40 + index * 8);
    entry.writeUInt32LE(page, 44 + index * 8);
    bytesOf(to, at).copy(entry, 40 + pages.length * 8 + index * page);
  });
  return sealedEntry(entry);
}

/** The same entry with the seals that belong to what stands in it. */
export function sealedEntry(entry: Buffer): Buffer {
  const seal = (at: number, bytes: Buffer): void =>
    marvin32(bytes).forEach((word, index) => entry.writeUInt32LE(word, at + index * 4));
  seal(24, entry.subarray(40));
  seal(32, entry.subarray(0, 32));
  return entry;
}

/** A log of these entries, of which the first has this number; `hive` is the one that it belongs to. */
export function hiveLog(hive: Buffer, first: number, entries: readonly Buffer[]): Buffer {
  const block = resealed(hive.subarray(0, page), (copy) => {
    copy.writeUInt32LE(first, 4);
    copy.writeUInt32LE(first, 8);
    copy.writeUInt32LE(6, 28);
  });
  return Buffer.concat([block, ...entries]);
}

function bytesOf(hive: Buffer, at: number): Buffer {
  return hive.subarray(base + at, base + at + page);
}
