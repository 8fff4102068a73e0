import { kindOf, type HiveCells } from './hive-cells.ts';

/** Addresses of subkeys. `whole` is false when a part of the list is damaged or above the limit. */
export interface HiveSubkeys {
  readonly addresses: readonly number[];
  readonly whole: boolean;
  /** Entries that were read for it. */
  readonly cost: number;
}

/** Bytes of one entry: `lf` and `lh` keep a hint for the search behind each address. */
const entrySizes: Readonly<Record<string, number>> = { lf: 8, lh: 8, li: 4 };

/**
 * The list of subkeys at an address, of at most `limit` entries: lists may share cells in a hostile hive, so
 * that a small file could claim billions. A long list (`ri`) is a list of lists, and never deeper than that.
 * Format: https://github.com/msuhanov/regf, "Subkeys list".
 */
export function readHiveSubkeys(cells: HiveCells, address: number, limit: number): HiveSubkeys {
  const cell = cells.cell(address);
  if (cell === null) return damaged;
  if (kindOf(cell) !== 'ri') return readList(cell, entrySizes[kindOf(cell)], limit);
  const lists = readList(cell, 4, limit);
  const addresses: number[] = [];
  let whole = lists.whole;
  for (const part of lists.addresses) {
    const list = cells.cell(part);
    const size = list === null ? undefined : entrySizes[kindOf(list)];
    const read = list === null ? damaged : readList(list, size, limit - addresses.length);
    for (const entry of read.addresses) addresses.push(entry);
    whole &&= read.whole;
  }
  return { addresses, whole, cost: lists.cost + addresses.length };
}

const damaged: HiveSubkeys = { addresses: [], whole: false, cost: 1 };

function readList(cell: Buffer, entrySize: number | undefined, limit: number): HiveSubkeys {
  if (entrySize === undefined) return damaged;
  const count = cell.readUInt16LE(2);
  const stored = Math.max(0, Math.min(count, Math.floor((cell.length - 4) / entrySize), limit));
  const addresses = Array.from({ length: stored }, (_, index) =>
    cell.readUInt32LE(4 + index * entrySize),
  );
  return { addresses, whole: stored === count, cost: stored + 1 };
}
