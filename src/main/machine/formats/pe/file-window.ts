import type { ByteSource } from './byte-source.ts';

/** Bytes at the least: what is asked for next mostly lies beside. */
const usualPiece = 4096;

/** What a piece may have without memory of its own. Bytes. */
const usualMemory = 64 * 1024;

/** More than a sound program needs; a damaged one may send the reader to and fro. */
const mostReads = 64;

/**
 * The parts of a file that are asked for. The piece read last is kept, so that what lies together costs one read, and
 * what a damaged file asks for is bounded by a number of reads. One window serves many files, one after the other, in the same
 * memory: what it gave is gone with the next piece.
 */
export class FileWindow {
  readonly #memory = Buffer.alloc(usualMemory);
  #source: ByteSource | null = null;
  #start = 0;
  #piece: Buffer = this.#memory.subarray(0, 0);
  #reads = 0;
  #failed = false;

  /** Whether something could not be read although the file goes on there. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Begins with another file. */
  turnTo(source: ByteSource): void {
    this.#source = source;
    this.#piece = this.#memory.subarray(0, 0);
    this.#reads = 0;
    this.#failed = false;
  }

  /**
   * Exactly `length` bytes, or null where the file does not have them; good until more is asked for. `piece` is how many are
   * read at once if any have to be.
   */
  async at(offset: number, length: number, piece = usualPiece): Promise<Buffer | null> {
    return this.#known(offset, length) ?? (await this.#fetch(offset, length, piece));
  }

  #known(offset: number, length: number): Buffer | null {
    const from = offset - this.#start;
    if (from < 0 || from + length > this.#piece.length) return null;
    return this.#piece.subarray(from, from + length);
  }

  async #fetch(offset: number, length: number, piece: number): Promise<Buffer | null> {
    if (this.#reads >= mostReads || this.#source === null) return null;
    this.#reads += 1;
    const wanted = Math.max(length, piece);
    const memory = wanted <= usualMemory ? this.#memory : Buffer.alloc(wanted);
    this.#piece = memory.subarray(0, 0);
    const read = await this.#source.read(offset, memory, wanted);
    if (read === null) {
      this.#failed = true;
      return null;
    }
    this.#start = offset;
    this.#piece = memory.subarray(0, read);
    return this.#known(offset, length);
  }
}
