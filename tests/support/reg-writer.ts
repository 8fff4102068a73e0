/** Writes registry exports as Registry Editor does, for tests of what reads them. */

export interface RegFileValue {
  readonly name: string;
  /** Number of the type: 1 is REG_SZ, 4 is REG_DWORD. */
  readonly type: number;
  /** Bytes as stored in a registry, texts in UTF-16. */
  readonly bytes: Buffer;
}

export interface RegFileKey {
  /** Full path with the long name of its root. */
  readonly path: string;
  readonly values: readonly RegFileValue[];
}

export type RegFileEncoding = 'utf16le' | 'utf16be' | 'utf8' | 'utf8WithMark';

/** The text of an export; keys in the given order, which is parents first in a real one. */
export function regFileText(keys: readonly RegFileKey[], newline = '\r\n'): string {
  const blocks = keys.flatMap(({ path, values }) => [
    `[${path}]`,
    ...values.flatMap((value) => valueLines(value)),
    '',
  ]);
  return ['Windows Registry Editor Version 5.00', '', ...blocks, ''].join(newline);
}

/** The bytes of that text in one of the encodings that are met. */
export function encodeRegFile(text: string, encoding: RegFileEncoding): Buffer {
  switch (encoding) {
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf8WithMark':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
  }
}

export function regText(name: string, text: string, type = 1): RegFileValue {
  return { name, type, bytes: Buffer.from(`${text}\0`, 'utf16le') };
}

export function regNumber(name: string, number: number): RegFileValue {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return { name, type: 4, bytes };
}

function valueLines({ name, type, bytes }: RegFileValue): string[] {
  const start = name === '' ? '@=' : `"${escape(name)}"=`;
  if (type === 4 && bytes.length === 4) {
    return [`${start}dword:${bytes.readUInt32LE(0).toString(16).padStart(8, '0')}`];
  }
  const text = bytes.toString('utf16le');
  if (
    type === 1 &&
    bytes.length % 2 === 0 &&
    text !== '' &&
    text.indexOf('\0') === text.length - 1
  ) {
    return [`${start}"${escape(text.slice(0, -1))}"`];
  }
  return wrap(`${start}${type === 3 ? 'hex:' : `hex(${type.toString(16)}):`}`, bytes);
}

function escape(text: string): string {
  return text.replace(/[\\"]/g, '\\$&');
}

/** Lines of at most 80 letters, each but the last ended by a backslash. */
function wrap(start: string, bytes: Buffer): string[] {
  const lines: string[] = [];
  let line = start;
  bytes.forEach((byte, index) => {
    const item = byte.toString(16).padStart(2, '0') + (index < bytes.length - 1 ? ',' : '');
    if (line.length + item.length > 78) {
      lines.push(`${line}\\`);
      line = '  ';
    }
    line += item;
  });
  return [...lines, line];
}
