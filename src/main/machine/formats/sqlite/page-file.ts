import { readVarint, skipVarint } from './read-varint.ts';

const magic = 'SQLite format 3\0';
const headerSize = 100;
const interior = 0x05;
const leaf = 0x0d;

/** A database as pages. Whatever is built in another way than SQLite builds it throws a `RangeError`. */
export class PageFile {
  readonly #bytes: Buffer;
  readonly #pageSize: number;
  /** Bytes of a page that hold something of a table. */
  readonly #usable: number;

  constructor(bytes: Buffer) {
    const size = bytes.readUInt16BE(16);
    this.#bytes = bytes;
    this.#pageSize = size === 1 ? 65_536 : size;
    this.#usable = this.#pageSize - bytes.readUInt8(20);
    const isUtf8 = bytes.readUInt32BE(56) === 1;
    if (bytes.toString('latin1', 0, 16) !== magic || !isUtf8) throw damaged();
    if (this.#pageSize < 512 || this.#usable < 480) throw damaged();
  }

  /** The records of the table that begins at a page, in their order. */
  records(rootPage: number): readonly Buffer[] {
    const reading = new Reading(this.#bytes.length);
    const found: Buffer[] = [];
    const open = [rootPage];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      reading.enter(number);
      const page = this.#page(number);
      const start = number === 1 ? headerSize : 0;
      const kind = page.readUInt8(start);
      if (kind === interior) open.push(...childrenOf(page, start).toReversed());
      else if (kind === leaf) {
        found.push(...cellsOf(page, start + 8, start).map((at) => this.#record(page, at, reading)));
      } else throw damaged();
    }
    return found;
  }

  #page(number: number): Buffer {
    const start = (number - 1) * this.#pageSize;
    if (number < 1 || start + this.#pageSize > this.#bytes.length) throw damaged();
    return this.#bytes.subarray(start, start + this.#pageSize);
  }

  #record(page: Buffer, at: number, reading: Reading): Buffer {
    const { value: size, end } = readVarint(page, at);
    const start = skipVarint(page, end);
    const local = this.#localSize(size);
    reading.take(size);
    if (start + local > page.length) throw damaged();
    const parts = [page.subarray(start, start + local)];
    let next = local < size ? page.readUInt32BE(start + local) : 0;
    for (let left = size - local; left > 0;) {
      reading.enter(next);
      const overflow = this.#page(next);
      const part = overflow.subarray(4, Math.min(this.#usable, 4 + left));
      next = overflow.readUInt32BE(0);
      left -= part.length;
      parts.push(part);
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** How much of a record lies in its own page; the rest is in pages of its own. */
  #localSize(size: number): number {
    const most = this.#usable - 35;
    if (size <= most) return size;
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const fitting = least + ((size - least) % (this.#usable - 4));
    return fitting <= most ? fitting : least;
  }
}

/** Keeps one reading within the size of the file: no page is entered twice, and no byte counts for two records. */
class Reading {
  readonly #entered = new Set<number>();
  #left: number;

  constructor(size: number) {
    this.#left = size;
  }

  enter(page: number): void {
    if (this.#entered.has(page)) throw damaged();
    this.#entered.add(page);
  }

  take(size: number): void {
    this.#left -= size;
    if (this.#left < 0) throw damaged();
  }
}

function childrenOf(page: Buffer, start: number): readonly number[] {
  const cells = cellsOf(page, start + 12, start).map((at) => page.readUInt32BE(at));
  return [...cells, page.readUInt32BE(start + 8)];
}

/** Where the cells of a page are. */
function cellsOf(page: Buffer, list: number, start: number): readonly number[] {
  const count = page.readUInt16BE(start + 3);
  return Array.from({ length: count }, (_, index) => page.readUInt16BE(list + 2 * index));
}

function damaged(): RangeError {
  return new RangeError('The database is damaged.');
}
