/**
 * Writes a registry hive file (`NTUSER.DAT`) as Windows does, for tests of what reads one.
 * Format: https://github.com/msuhanov/regf/blob/master/Windows%20registry%20file%20format%20specification.md
 */

/** Text is REG_SZ, a number REG_DWORD, a list REG_MULTI_SZ; anything else is given as type and bytes. */
export type HiveValue =
  | string
  | number
  | readonly string[]
  | { readonly type: number; readonly data: Buffer };

export interface HiveKey {
  /** The default value of a key is named `''`. */
  readonly values?: Readonly<Record<string, HiveValue>>;
  readonly keys?: Readonly<Record<string, HiveKey>>;
}

const blockSize = 4096;
const binHeaderSize = 32;
const none = 0xffffffff;
const rootFlags = 0x2c;
const asciiKeyFlag = 0x20;
/** Larger values are stored in several cells, which no test needs. */
const largestCellData = 16344;

/** The bytes of a hive whose root key is the given one. */
export function writeHive(root: HiveKey): Buffer {
  const cells = new Cells();
  const security = cells.add(securityCell());
  cells.patch(security, (cell) => [4, 8].forEach((at) => cell.writeUInt32LE(security, at)));
  const rootCell = addKey(cells, { name: 'ROOT', key: root, parent: none, security });
  const bins = cells.toBins();
  cells.patch(security, (cell) => cell.writeUInt32LE(countKeys(root), 12));
  return Buffer.concat([baseBlock(rootCell, bins.length), bins]);
}

/** Cells of one hive bin. A cell is addressed by its distance from the start of the bin. */
class Cells {
  #bytes = Buffer.alloc(binHeaderSize);

  add(content: Buffer): number {
    const address = this.#bytes.length;
    const size = Math.ceil((content.length + 4) / 8) * 8;
    const cell = Buffer.alloc(size);
    cell.writeInt32LE(-size, 0);
    content.copy(cell, 4);
    this.#bytes = Buffer.concat([this.#bytes, cell]);
    return address;
  }

  /** Changes a cell that was added before its content was known. */
  patch(address: number, change: (content: Buffer) => void): void {
    change(this.#bytes.subarray(address + 4));
  }

  toBins(): Buffer {
    const size = Math.ceil((this.#bytes.length + 8) / blockSize) * blockSize;
    const free = Buffer.alloc(size - this.#bytes.length);
    free.writeInt32LE(free.length, 0);
    this.#bytes = Buffer.concat([this.#bytes, free]);
    this.#bytes.write('hbin', 0, 'latin1');
    this.#bytes.writeUInt32LE(size, 8);
    return this.#bytes;
  }
}

interface NewKey {
  readonly name: string;
  readonly key: HiveKey;
  readonly parent: number;
  readonly security: number;
}

function addKey(cells: Cells, { name, key, parent, security }: NewKey): number {
  const values = Object.entries(key.values ?? {});
  const address = cells.add(keyCell(name, parent, security));
  const children = sorted(Object.entries(key.keys ?? {})).map(([child, content]) => ({
    name: child,
    cell: addKey(cells, { name: child, key: content, parent: address, security }),
  }));
  const childList = children.length === 0 ? none : cells.add(childrenCell(children));
  const valueList =
    values.length === 0
      ? none
      : cells.add(addresses(values.map(([label, value]) => addValue(cells, label, value))));
  cells.patch(address, (cell) => {
    cell.writeUInt32LE(children.length, 20);
    cell.writeUInt32LE(childList, 28);
    cell.writeUInt32LE(values.length, 36);
    cell.writeUInt32LE(valueList, 40);
    cell.writeUInt32LE(Math.max(0, ...children.map((child) => child.name.length * 2)), 52);
    cell.writeUInt32LE(Math.max(0, ...values.map(([label]) => label.length * 2)), 60);
    cell.writeUInt32LE(Math.max(0, ...values.map(([, value]) => encode(value).data.length)), 64);
  });
  return address;
}

/** Windows finds subkeys by binary search over upper-case names. */
function sorted(children: readonly [string, HiveKey][]): readonly [string, HiveKey][] {
  return children.toSorted(([a], [b]) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1));
}

function keyCell(name: string, parent: number, security: number): Buffer {
  const text = encodeName(name);
  const cell = Buffer.alloc(76 + text.bytes.length);
  cell.write('nk', 0, 'latin1');
  cell.writeUInt16LE((parent === none ? rootFlags : 0) | (text.ascii ? asciiKeyFlag : 0), 2);
  cell.writeUInt32LE(parent, 16);
  for (const at of [28, 32, 40, 48]) cell.writeUInt32LE(none, at);
  cell.writeUInt32LE(security, 44);
  cell.writeUInt16LE(text.bytes.length, 72);
  text.bytes.copy(cell, 76);
  return cell;
}

function childrenCell(
  children: readonly { readonly name: string; readonly cell: number }[],
): Buffer {
  const list = Buffer.alloc(4 + 8 * children.length);
  list.write('lh', 0, 'latin1');
  list.writeUInt16LE(children.length, 2);
  children.forEach(({ name, cell }, index) => {
    list.writeUInt32LE(cell, 4 + 8 * index);
    list.writeUInt32LE(nameHash(name), 8 + 8 * index);
  });
  return list;
}

function nameHash(name: string): number {
  return [...name.toUpperCase()].reduce(
    (hash, letter) => (Math.imul(hash, 37) + letter.charCodeAt(0)) >>> 0,
    0,
  );
}

function addValue(cells: Cells, label: string, value: HiveValue): number {
  const { type, data } = encode(value);
  if (data.length > largestCellData) throw new Error(`value ${label} is too large for one cell`);
  const text = encodeName(label);
  const cell = Buffer.alloc(20 + text.bytes.length);
  cell.write('vk', 0, 'latin1');
  cell.writeUInt16LE(text.bytes.length, 2);
  // Up to four bytes are kept in the place of the address, marked by the highest bit.
  cell.writeUInt32LE(data.length <= 4 ? (data.length | 0x80000000) >>> 0 : data.length, 4);
  if (data.length <= 4) data.copy(cell, 8);
  else cell.writeUInt32LE(cells.add(data), 8);
  cell.writeUInt32LE(type, 12);
  cell.writeUInt16LE(text.ascii ? 1 : 0, 16);
  text.bytes.copy(cell, 20);
  return cells.add(cell);
}

function encode(value: HiveValue): { readonly type: number; readonly data: Buffer } {
  if (typeof value === 'string') return { type: 1, data: Buffer.from(`${value}\0`, 'utf16le') };
  if (typeof value === 'number') return { type: 4, data: addresses([value]) };
  if ('type' in value) return value;
  return {
    type: 7,
    data: Buffer.from([...value, ''].map((line) => `${line}\0`).join(''), 'utf16le'),
  };
}

function encodeName(name: string): { readonly ascii: boolean; readonly bytes: Buffer } {
  const ascii = [...name].every((letter) => letter.charCodeAt(0) < 128);
  return { ascii, bytes: Buffer.from(name, ascii ? 'latin1' : 'utf16le') };
}

function addresses(list: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * list.length);
  list.forEach((number, index) => bytes.writeUInt32LE(number, 4 * index));
  return bytes;
}

/** One descriptor for all keys: owned by the administrators, everything allowed to everyone. */
function securityCell(): Buffer {
  const administrators = '01020000000000052000000020020000';
  const everyone = '010100000000000100000000';
  const list = `02001c0001000000000014003f000f00${everyone}`;
  const descriptor = Buffer.from(
    `0100048014000000240000000000000034000000${administrators}${administrators}${list}`,
    'hex',
  );
  const cell = Buffer.alloc(20 + descriptor.length);
  cell.write('sk', 0, 'latin1');
  cell.writeUInt32LE(descriptor.length, 16);
  descriptor.copy(cell, 20);
  return cell;
}

function countKeys(key: HiveKey): number {
  return Object.values(key.keys ?? {}).reduce((sum, child) => sum + countKeys(child), 1);
}

function baseBlock(rootCell: number, binsSize: number): Buffer {
  const block = Buffer.alloc(blockSize);
  block.write('regf', 0, 'latin1');
  // Equal sequence numbers say that the hive was closed properly; then: version 1.5, format 1, clustering 1.
  const fields: readonly [number, number][] = [
    [4, 1],
    [8, 1],
    [20, 1],
    [24, 5],
    [32, 1],
    [36, rootCell],
    [40, binsSize],
    [44, 1],
  ];
  for (const [at, number] of fields) block.writeUInt32LE(number, at);
  block.writeUInt32LE(checksum(block), 508);
  return block;
}

function checksum(block: Buffer): number {
  let sum = 0;
  for (let at = 0; at < 508; at += 4) sum = (sum ^ block.readUInt32LE(at)) >>> 0;
  return sum;
}
