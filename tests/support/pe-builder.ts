/** The strings of one language of a version resource, by their names. */
export interface Language {
  /** Language and code page, as the name of the table: `040904b0`. */
  readonly table: string;
  readonly strings: Readonly<Record<string, string>>;
}

export interface ProgramParts {
  /** Each is a version resource of its own, with the languages in it. */
  readonly versions?: readonly (readonly Language[])[];
  /** Numbers of the version resources, the highest first. */
  readonly fileVersion?: readonly [number, number, number, number];
  /** What stands in the table of certificates, without its header. */
  readonly signature?: Buffer;
  readonly bits?: 32 | 64;
  /** Bytes between the headers and the resources, for a program of some size. */
  readonly code?: number;
  /** Bytes between the resources and the signature. */
  readonly gap?: number;
}

const english: Language['table'] = '040904b0';

/** A program with these strings in English. */
export function programBy(companyName: string, more: Readonly<Record<string, string>> = {}) {
  return buildProgram({
    versions: [[{ table: english, strings: { CompanyName: companyName, ...more } }]],
    fileVersion: [21, 3, 10, 391],
  });
}

/** The smallest program that carries a version resource and a signature. Source: Microsoft, "PE Format". */
export function buildProgram(parts: ProgramParts = {}): Buffer {
  const { versions = [], signature, bits = 64, code = 0, gap = 0 } = parts;
  const resourceAt = 0x200 + code;
  const resources = versions.length === 0 ? Buffer.alloc(0) : resourceSection(parts);
  const padded = paddedTo(resources, 0x200);
  const headers = Buffer.alloc(0x200);
  headers.write('MZ', 0, 'latin1');
  headers.writeUInt32LE(0x40, 60);
  headers.write('PE\0\0', 0x40, 'latin1');
  headers.writeUInt16LE(bits === 64 ? 0x8664 : 0x14c, 0x44);
  headers.writeUInt16LE(1, 0x46);
  const optionalSize = bits === 64 ? 240 : 224;
  headers.writeUInt16LE(optionalSize, 0x54);
  const optional = 0x58;
  headers.writeUInt16LE(bits === 64 ? 0x20b : 0x10b, optional);
  const directories = optional + optionalSize - 128;
  headers.writeUInt32LE(16, directories - 4);
  if (resources.length > 0) {
    headers.writeUInt32LE(sectionAddress, directories + 16);
    headers.writeUInt32LE(resources.length, directories + 20);
  }
  const table = signature === undefined ? Buffer.alloc(0) : certificateTable(signature);
  if (table.length > 0) {
    headers.writeUInt32LE(resourceAt + padded.length + gap, directories + 32);
    headers.writeUInt32LE(table.length, directories + 36);
  }
  const section = optional + optionalSize;
  headers.write('.rsrc\0\0\0', section, 'latin1');
  headers.writeUInt32LE(resources.length, section + 8);
  headers.writeUInt32LE(sectionAddress, section + 12);
  headers.writeUInt32LE(padded.length, section + 16);
  headers.writeUInt32LE(resourceAt, section + 20);
  return Buffer.concat([headers, Buffer.alloc(code), padded, Buffer.alloc(gap), table]);
}

const sectionAddress = 0x1000;

function certificateTable(signature: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(8 + signature.length, 0);
  head.writeUInt16LE(0x200, 4);
  head.writeUInt16LE(2, 6);
  return paddedTo(Buffer.concat([head, signature]), 8);
}

/** One kind (version), one name, as many languages as there are resources. */
function resourceSection({ versions = [], fileVersion = [1, 0, 0, 0] }: ProgramParts): Buffer {
  const count = versions.length;
  const [nameAt, languageAt] = [24, 48];
  const entriesAt = languageAt + 16 + count * 8;
  const dataAt = entriesAt + count * 16;
  const blocks = versions.map((languages) => paddedTo(versionBlock(languages, fileVersion), 4));
  const tree = Buffer.alloc(dataAt);
  const directory = (at: number, entries: readonly (readonly [number, number])[]) => {
    tree.writeUInt16LE(entries.length, at + 14);
    entries.forEach(([id, offset], index) => {
      tree.writeUInt32LE(id, at + 16 + index * 8);
      tree.writeUInt32LE(offset, at + 20 + index * 8);
    });
  };
  directory(0, [[16, nameAt + 0x8000_0000]]);
  directory(nameAt, [[1, languageAt + 0x8000_0000]]);
  directory(
    languageAt,
    versions.map((_, index) => [0x409 + index, entriesAt + index * 16]),
  );
  let offset = dataAt;
  blocks.forEach((block, index) => {
    tree.writeUInt32LE(sectionAddress + offset, entriesAt + index * 16);
    tree.writeUInt32LE(block.length, entriesAt + index * 16 + 4);
    offset += block.length;
  });
  return Buffer.concat([tree, ...blocks]);
}

function versionBlock(languages: readonly Language[], fileVersion: readonly number[]): Buffer {
  const fixed = Buffer.alloc(52);
  fixed.writeUInt32LE(0xfeef04bd, 0);
  [10, 8, 14, 12].forEach((at, index) => fixed.writeUInt16LE(fileVersion[index] ?? 0, at));
  const tables = languages.map(({ table, strings }) =>
    node(
      table,
      null,
      Object.entries(strings).map(([key, value]) => node(key, value, [])),
    ),
  );
  return node('VS_VERSION_INFO', fixed, [node('StringFileInfo', null, tables)]);
}

function node(key: string, value: string | Buffer | null, children: readonly Buffer[]): Buffer {
  const isText = !Buffer.isBuffer(value);
  const bytes = isText ? wide(value ?? '') : value;
  const valueBytes = value === null ? Buffer.alloc(0) : bytes;
  const head = Buffer.alloc(6);
  head.writeUInt16LE(isText ? valueBytes.length / 2 : valueBytes.length, 2);
  head.writeUInt16LE(isText ? 1 : 0, 4);
  let whole = paddedTo(Buffer.concat([head, wide(key)]), 4);
  whole = Buffer.concat([whole, valueBytes]);
  for (const child of children) whole = Buffer.concat([paddedTo(whole, 4), child]);
  whole.writeUInt16LE(whole.length, 0);
  return whole;
}

function wide(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le');
}

function paddedTo(bytes: Buffer, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}
