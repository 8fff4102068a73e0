import type { FileWindow } from './file-window.ts';

/** Bytes of a file. */
export interface FileRange {
  readonly offset: number;
  readonly size: number;
}

/** Where a program keeps what tells of its maker. Null where it has none. */
export interface PeHeaders {
  /** By its address in memory, as everything in there is. */
  readonly resources: FileRange | null;
  readonly certificates: FileRange | null;
  /** Where an address in memory lies in the file. */
  readonly offsetOf: (address: number) => number | null;
}

/** Its header begins within the first megabyte: no linker puts more in front. Bytes. */
const furthestHeader = 1024 * 1024;

/** As many sections as Windows loads. */
const mostSections = 96;

const fileHeader = 24;
const sectionSize = 40;

/**
 * The headers of a program of 32 or 64 bits; null for anything else. Source: Microsoft, win32 docs, "PE Format".
 */
export async function readPeHeaders(file: FileWindow): Promise<PeHeaders | null> {
  const start = await file.at(0, 64);
  if (start === null || start.readUInt16LE(0) !== 0x5a4d) return null;
  const at = start.readUInt32LE(60);
  if (at > furthestHeader) return null;
  const header = await file.at(at, fileHeader);
  if (header === null || header.readUInt32LE(0) !== 0x4550) return null;
  const optionalSize = header.readUInt16LE(20);
  const optional = await file.at(at + fileHeader, optionalSize);
  const directories = optional === null ? null : directoriesOf(optional);
  if (directories === null) return null;
  const count = Math.min(header.readUInt16LE(6), mostSections);
  const table = await file.at(at + fileHeader + optionalSize, count * sectionSize);
  const sections = table === null ? [] : sectionsIn(table);
  return { ...directories, offsetOf: (address) => offsetIn(sections, address) };
}

/** Where the list of directories begins, by the kind of program. */
const directoriesAt: Readonly<Record<number, number>> = { 0x10b: 96, 0x20b: 112 };

const resourceDirectory = 2;
const certificateDirectory = 4;

function directoriesOf(optional: Buffer): Pick<PeHeaders, 'resources' | 'certificates'> | null {
  const at = optional.length < 2 ? undefined : directoriesAt[optional.readUInt16LE(0)];
  if (at === undefined || optional.length < at) return null;
  const count = optional.readUInt32LE(at - 4);
  const directory = (index: number): FileRange | null => {
    const entry = at + index * 8;
    if (index >= count || entry + 8 > optional.length) return null;
    const [offset, size] = [optional.readUInt32LE(entry), optional.readUInt32LE(entry + 4)];
    return offset === 0 || size === 0 ? null : { offset, size };
  };
  return {
    resources: directory(resourceDirectory),
    certificates: directory(certificateDirectory),
  };
}

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

/** Windows loads from whole blocks of 512 bytes, whatever the section says. */
const block = 0x200;

function sectionsIn(table: Buffer): readonly Section[] {
  return Array.from({ length: table.length / sectionSize }, (_, index) => {
    const at = index * sectionSize;
    const offset = table.readUInt32LE(at + 20);
    return {
      address: table.readUInt32LE(at + 12),
      size: Math.max(table.readUInt32LE(at + 8), table.readUInt32LE(at + 16)),
      offset: offset - (offset % block),
    };
  });
}

function offsetIn(sections: readonly Section[], wanted: number): number | null {
  for (const { address, size, offset } of sections) {
    if (wanted >= address && wanted < address + size) return offset + (wanted - address);
  }
  return null;
}
