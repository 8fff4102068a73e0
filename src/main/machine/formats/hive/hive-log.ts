import { baseChecksum } from './hive-base-block.ts';
import { marvin32 } from './marvin32.ts';

/** A log of a hive: what was changed in memory and had not reached the hive itself. */
export interface HiveLog {
  /** The beginning of the hive's first block, as it was in memory. */
  readonly block: Buffer;
  /** The number of its first entry. */
  readonly first: number;
  /** In order, each with the number after that of the one before. */
  readonly entries: readonly LogEntry[];
  /** Whether an entry that should follow was begun and is not whole. */
  readonly isTorn: boolean;
}

/** Changes that were made together; they count all or not at all. */
export interface LogEntry {
  readonly sequence: number;
  /** Bytes of all bins afterwards. */
  readonly binsSize: number;
  readonly pages: readonly LogPage[];
  /** Bytes that it takes in the log. */
  readonly size: number;
}

interface LogPage {
  /** Where it goes, from the start of the bins. */
  readonly at: number;
  readonly bytes: Buffer;
}

const blockSize = 512;
const entryHeader = 40;
const logFile = 6;
const binSize = 4096;

/**
 * Reads a log (`NTUSER.DAT.LOG1`). Null for what is none that can be replayed: an empty one, one whose own first block was not
 * written whole, and the format before Windows 8.1 and Server 2012 R2 (`DIRT`), which Cutover does not run on. Behind the
 * entries that count, a log holds remains of older ones; the first that does not follow ends it.
 * Format: https://github.com/msuhanov/regf, "Format of transaction log files", "New format".
 */
export function readHiveLog(log: Buffer): HiveLog | null {
  if (log.length < blockSize || log.toString('latin1', 0, 4) !== 'regf') return null;
  const first = log.readUInt32LE(4);
  const isWhole = baseChecksum(log) === log.readUInt32LE(508) && first === log.readUInt32LE(8);
  if (!isWhole || log.readUInt32LE(28) !== logFile) return null;
  const entries: LogEntry[] = [];
  let at = blockSize;
  let expected = first;
  for (let entry = readEntry(log, at); entry?.sequence === expected; entry = readEntry(log, at)) {
    entries.push(entry);
    at += entry.size;
    expected = (expected + 1) >>> 0;
  }
  return {
    block: log.subarray(0, blockSize),
    first,
    entries,
    isTorn: entries.length === 0 || (hasHeader(log, at) && log.readUInt32LE(at + 12) === expected),
  };
}

function hasHeader(log: Buffer, at: number): boolean {
  return at + entryHeader <= log.length && log.toString('latin1', at, at + 4) === 'HvLE';
}

function readEntry(log: Buffer, at: number): LogEntry | null {
  if (!hasHeader(log, at)) return null;
  const size = log.readUInt32LE(at + 4);
  if (size < entryHeader || at + size > log.length || size % blockSize !== 0) return null;
  const entry = log.subarray(at, at + size);
  const binsSize = entry.readUInt32LE(16);
  if (!isSealed(entry) || binsSize % binSize !== 0) return null;
  const pages = readPages(entry, binsSize);
  return pages === null ? null : { sequence: entry.readUInt32LE(12), binsSize, pages, size };
}

/** The second seal is over the header with the first one in it. */
function isSealed(entry: Buffer): boolean {
  return (
    [
      [24, entry.subarray(entryHeader)],
      [32, entry.subarray(0, 32)],
    ] as const
  ).every(([seal, bytes]) => {
    const [low, high] = marvin32(bytes);
    return low === entry.readUInt32LE(seal) && high === entry.readUInt32LE(seal + 4);
  });
}

/** The pages follow the list of them, in its order. Null when one lies outside of the entry or of the hive. */
function readPages(entry: Buffer, binsSize: number): LogPage[] | null {
  const count = entry.readUInt32LE(20);
  let from = entryHeader + count * 8;
  if (from > entry.length) return null;
  const pages: LogPage[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = entry.readUInt32LE(entryHeader + index * 8);
    const size = entry.readUInt32LE(entryHeader + index * 8 + 4);
    if (from + size > entry.length || at + size > binsSize) return null;
    pages.push({ at, bytes: entry.subarray(from, from + size) });
    from += size;
  }
  return pages;
}
