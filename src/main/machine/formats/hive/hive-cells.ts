/** Where the hive bins start; every address in a hive counts from here. */
const binsStart = 4096;

/**
 * The cells of a hive file. Every access is checked against the file: a damaged or hostile address gives null.
 * Format: https://github.com/msuhanov/regf
 */
export class HiveCells {
  readonly #bins: Buffer;

  /** `size` is what the base block says; the file may hold less, and rubbish behind it. */
  constructor(file: Buffer, size: number) {
    this.#bins = file.subarray(binsStart, Math.min(file.length, binsStart + size));
  }

  /** The most data that all cells together can hold. */
  get size(): number {
    return this.#bins.length;
  }

  /** The content of an allocated cell, or null. */
  cell(address: number): Buffer | null {
    if (address + 4 > this.#bins.length) return null;
    const size = -this.#bins.readInt32LE(address);
    if (size < 8 || address + size > this.#bins.length) return null;
    return this.#bins.subarray(address + 4, address + size);
  }

  /** A cell of a kind (`nk`, `vk`, `db`) with at least so many bytes, or null. */
  record(address: number, kind: string, length: number): Buffer | null {
    const cell = this.cell(address);
    return cell !== null && cell.length >= length && kindOf(cell) === kind ? cell : null;
  }
}

export function kindOf(cell: Buffer): string {
  return cell.toString('latin1', 0, 2);
}
