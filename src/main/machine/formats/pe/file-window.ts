import type { ByteSource } from './byte-source.ts';

/** Bytes at the least: what is asked for next mostly lies beside. */
const usualPiece = 4096;

/** More than a sound program needs; a damaged one may send the reader to and fro. */
const mostReads = 64;

/**
 * The parts of a file that are asked for. The piece read last is kept, so that what lies together costs one read, and
 * what a damaged file asks for is bounded by a number of reads.
 */
export class FileWindow {
  readonly #source: ByteSource;
  #start = 0;
  #piece: Buffer = Buffer.alloc(0);
  #reads = 0;
  #failed = false;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** Whether something could not be read although the file goes on there. */
  get failed(): boolean {
    return this.#failed;
  }

  /**
   * Exactly `length` bytes, or null where the file does not have them. `piece` is how many are read at once if any have to
   * be.
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
    if (this.#reads >= mostReads) return null;
    this.#reads += 1;
    const read = await this.#source.read(offset, Math.max(length, piece));
    if (read === null) {
      this.#failed = true;
      return null;
    }
    this.#start = offset;
    this.#piece = read;
    return this.#known(offset, length);
  }
}
