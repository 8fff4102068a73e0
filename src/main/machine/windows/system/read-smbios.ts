/** Who made a computer and what it is called, as its firmware says; serial numbers stay behind. */
export interface SystemInformation {
  readonly manufacturer: string | null;
  readonly model: string | null;
}

/** `RawSMBIOSData`: calling method, version, revision, and the length of what follows. */
const headerBytes = 8;
const lengthAt = 4;
/** Every structure begins with its type, the length of its fixed part and a handle. */
const structureHeaderBytes = 4;
const systemInformation = 1;

/**
 * Reads the structure "System Information" out of an SMBIOS table as `GetSystemFirmwareTable` gives it; null when it
 * is not there or the table is torn. Source: DMTF, DSP0134, "System Management BIOS Reference Specification".
 */
export function readSmbios(table: Buffer): SystemInformation | null {
  if (table.length < headerBytes) return null;
  const end = Math.min(table.length, headerBytes + table.readUInt32LE(lengthAt));
  for (let at = headerBytes; at + structureHeaderBytes <= end;) {
    const fixed = table.readUInt8(at + 1);
    if (fixed < structureHeaderBytes || at + fixed > end) return null;
    const next = endOfStrings(table, at + fixed, end);
    if (table.readUInt8(at) === systemInformation && fixed >= 6) {
      const strings = table.toString('utf8', at + fixed, next).split('\0');
      const named = (place: number) => stringOf(strings, table.readUInt8(at + place));
      return { manufacturer: named(4), model: named(5) };
    }
    at = next;
  }
  return null;
}

/** The strings of a structure end with two NUL; there are two also where it has none. */
function endOfStrings(table: Buffer, from: number, end: number): number {
  const found = table.indexOf('\0\0', from, 'latin1');
  return found === -1 ? end : Math.min(end, found + 2);
}

/** Counted from 1; 0 is none. */
function stringOf(strings: readonly string[], number: number): string | null {
  return (number === 0 ? '' : (strings[number - 1] ?? '')).trim() || null;
}
