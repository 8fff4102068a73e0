/** A value that a policy file writes; `key` has no root, the place of the file decides which it is. */
export interface PolicyValue {
  readonly key: string;
  readonly name: string;
}

/**
 * The values that a `Registry.pol` writes; null when the file is not whole. Entries that delete something are left
 * out. Source: Microsoft, "Registry Policy File Format" and [MS-GPREG] 2.2.1.
 */
export function parsePolicyFile(file: Buffer): readonly PolicyValue[] | null {
  if (file.length < header.length || !file.subarray(0, header.length).equals(header)) return null;
  const values: PolicyValue[] = [];
  for (let offset = header.length; offset < file.length;) {
    const entry = entryAt(file, offset);
    if (entry === null) return null;
    if (!entry.name.startsWith('**')) values.push({ key: entry.key, name: entry.name });
    offset = entry.end;
  }
  return values;
}

/** `PReg` and the version 1. */
const header = Buffer.from([0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0]);

/** `[key;name;type;size;data]`; the texts end with a NUL, type and size are 32-bit numbers. */
function entryAt(file: Buffer, begin: number): (PolicyValue & { readonly end: number }) | null {
  const key = isMark(file, begin, '[') ? textAt(file, begin + 2) : null;
  const name = key !== null && isMark(file, key.end, ';') ? textAt(file, key.end + 2) : null;
  if (key === null || name === null) return null;
  const sizeAt = name.end + 8;
  const marks = isMark(file, name.end, ';') && isMark(file, name.end + 6, ';');
  if (!marks || !isMark(file, sizeAt + 4, ';')) return null;
  const end = sizeAt + 6 + file.readUInt32LE(sizeAt);
  return isMark(file, end, ']') ? { key: key.text, name: name.text, end: end + 2 } : null;
}

function isMark(file: Buffer, offset: number, mark: string): boolean {
  return offset + 2 <= file.length && file.readUInt16LE(offset) === mark.charCodeAt(0);
}

function textAt(
  file: Buffer,
  begin: number,
): { readonly text: string; readonly end: number } | null {
  for (let offset = begin; offset + 2 <= file.length; offset += 2) {
    if (file.readUInt16LE(offset) !== 0) continue;
    return { text: file.toString('utf16le', begin, offset), end: offset + 2 };
  }
  return null;
}
