/** One entry of a `Registry.pol`. */
export interface PolicyEntry {
  readonly key: string;
  readonly name: string;
  /** Number of a registry type; a REG_DWORD where it is left out. */
  readonly type?: number;
  readonly data?: Buffer;
}

/** A `Registry.pol` as the group policy editor writes it. */
export function policyFile(entries: readonly PolicyEntry[]): Buffer {
  return Buffer.concat([Buffer.from('PReg\u0001\0\0\0', 'latin1'), ...entries.map(encoded)]);
}

function encoded({ key, name, type = 4, data = Buffer.from([1, 0, 0, 0]) }: PolicyEntry): Buffer {
  return Buffer.concat([
    wide(`[${key}\0;${name}\0;`),
    number(type),
    wide(';'),
    number(data.length),
    wide(';'),
    data,
    wide(']'),
  ]);
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
