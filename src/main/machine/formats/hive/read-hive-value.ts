import { decodeRegistryValue } from '../../registry/decode-registry-value.ts';
import { kindOf, type HiveCells } from './hive-cells.ts';
import type { RegistryValue } from '../../registry/registry.ts';

const valueHeader = 20;
const largestCellData = 16344;
const asciiName = 1;

/** The value at an address, or null when it is damaged. Format: https://github.com/msuhanov/regf, "Key value". */
export function readHiveValue(
  cells: HiveCells,
  address: number,
  hasBigData: boolean,
): RegistryValue | null {
  const cell = cells.record(address, 'vk', valueHeader);
  if (cell === null) return null;
  const name = hiveName(cell, valueHeader, cell.readUInt16LE(2), cell.readUInt16LE(16) & asciiName);
  const data = dataOf(cells, cell, hasBigData);
  if (name === null || data === null) return null;
  return decodeRegistryValue(name, cell.readUInt32LE(12), data);
}

/** A name in one byte or two bytes a letter, or null when the cell is too short for it. */
export function hiveName(cell: Buffer, at: number, size: number, ascii: number): string | null {
  if (at + size > cell.length) return null;
  return cell.toString(ascii === 0 ? 'utf16le' : 'latin1', at, at + size);
}

function dataOf(cells: HiveCells, cell: Buffer, hasBigData: boolean): Buffer | null {
  const stored = cell.readUInt32LE(4);
  const size = stored & 0x7fffffff;
  // The highest bit says that the data stand in place of their address.
  if (stored >= 0x80000000) return size <= 4 ? cell.subarray(8, 8 + size) : null;
  if (size === 0) return Buffer.alloc(0);
  if (size > cells.size) return null;
  const data = cells.cell(cell.readUInt32LE(8));
  if (data === null) return null;
  if (hasBigData && size > largestCellData && kindOf(data) === 'db') {
    return joinSegments(cells, data, size);
  }
  return data.length >= size ? data.subarray(0, size) : null;
}

function joinSegments(cells: HiveCells, header: Buffer, size: number): Buffer | null {
  const count = Math.ceil(size / largestCellData);
  const list = header.length >= 8 ? cells.cell(header.readUInt32LE(4)) : null;
  if (list === null || list.length < count * 4 || header.readUInt16LE(2) < count) return null;
  const segments: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = Math.min(largestCellData, size - index * largestCellData);
    const segment = cells.cell(list.readUInt32LE(index * 4));
    if (segment === null || segment.length < length) return null;
    segments.push(segment.subarray(0, length));
  }
  return Buffer.concat(segments);
}
