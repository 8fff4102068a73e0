/** Writes hives cell by cell, for layouts that no well-meant writer makes. */

const none = 0xffffffff;

interface KeyParts {
  readonly count?: number;
  readonly subkeys?: number;
  readonly values?: readonly number[];
}

type ListKind = 'lf' | 'lh' | 'li' | 'ri' | 'listOfLists';

/** Each function adds cells and gives the address of the one it is about. */
export interface CellWriter {
  readonly key: (name: string, parts?: KeyParts) => number;
  /** `ri` puts each key into a list of its own; `listOfLists` takes lists as they are. */
  readonly subkeys: (kind: ListKind, addresses: readonly number[]) => number;
  /** A binary value; more than 16,344 bytes go into several cells. */
  readonly bigValue: (name: string, data: Buffer) => number;
  readonly patch: (address: number, at: number, number: number) => void;
}

/** The hive whose root key is what `build` returns. */
export function hiveOfCells(build: (writer: CellWriter) => number): Buffer {
  const cells: Buffer[] = [Buffer.alloc(32)];
  let size = 32;

  const add = (content: Buffer): number => {
    const address = size;
    const cell = Buffer.alloc(Math.ceil((content.length + 4) / 8) * 8);
    cell.writeInt32LE(-cell.length, 0);
    content.copy(cell, 4);
    cells.push(cell);
    size += cell.length;
    return address;
  };

  const root = build({
    key: (name, parts = {}) =>
      add(keyCell(name, parts, parts.values ? add(words(parts.values)) : none)),
    subkeys: (kind, addresses) =>
      add(
        listCell(
          kind,
          kind === 'ri' ? addresses.map((each) => add(listCell('lh', [each]))) : addresses,
        ),
      ),
    bigValue: (name, data) => add(valueCell(name, data.length, addData(add, data))),
    patch: (address, at, number) => {
      let start = 0;
      const cell = cells.find((each) => (start += each.length) > address);
      cell?.writeUInt32LE(number, 4 + at);
    },
  });
  return Buffer.concat([baseBlock(root, size), ...cells]);
}

function addData(add: (content: Buffer) => number, data: Buffer): number {
  const segment = 16_344;
  if (data.length <= segment) return add(data);
  const count = Math.ceil(data.length / segment);
  const parts = Array.from({ length: count }, (_, index) =>
    add(data.subarray(index * segment, (index + 1) * segment)),
  );
  const header = Buffer.alloc(8);
  header.write('db', 0, 'latin1');
  header.writeUInt16LE(count, 2);
  header.writeUInt32LE(add(words(parts)), 4);
  return add(header);
}

function keyCell(
  name: string,
  { count = 0, subkeys = none, values = [] }: KeyParts,
  list: number,
): Buffer {
  const cell = Buffer.alloc(76 + name.length);
  cell.write('nk', 0, 'latin1');
  cell.writeUInt16LE(0x20, 2);
  cell.writeUInt32LE(count, 20);
  cell.writeUInt32LE(subkeys, 28);
  cell.writeUInt32LE(values.length, 36);
  cell.writeUInt32LE(list, 40);
  cell.writeUInt16LE(name.length, 72);
  cell.write(name, 76, 'latin1');
  return cell;
}

function valueCell(name: string, size: number, data: number): Buffer {
  const cell = Buffer.alloc(20 + name.length);
  cell.write('vk', 0, 'latin1');
  cell.writeUInt16LE(name.length, 2);
  cell.writeUInt32LE(size, 4);
  cell.writeUInt32LE(data, 8);
  cell.writeUInt32LE(3, 12);
  cell.writeUInt16LE(1, 16);
  cell.write(name, 20, 'latin1');
  return cell;
}

function listCell(kind: ListKind, addresses: readonly number[]): Buffer {
  const step = kind === 'lf' || kind === 'lh' ? 8 : 4;
  const cell = Buffer.alloc(4 + addresses.length * step);
  cell.write(kind === 'listOfLists' ? 'ri' : kind, 0, 'latin1');
  cell.writeUInt16LE(addresses.length, 2);
  addresses.forEach((address, index) => cell.writeUInt32LE(address, 4 + index * step));
  return cell;
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
  return bytes;
}

function baseBlock(root: number, size: number): Buffer {
  const block = Buffer.alloc(4096);
  block.write('regf', 0, 'latin1');
  const fields = [
    [4, 1],
    [8, 1],
    [20, 1],
    [24, 5],
    [32, 1],
    [36, root],
    [40, size],
    [44, 1],
  ] as const;
  for (const [at, number] of fields) block.writeUInt32LE(number, at);
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum ^= block.readUInt32LE(at);
  block.writeUInt32LE(sum >>> 0, 508);
  return block;
}
