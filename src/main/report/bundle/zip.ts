import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
}

/**
 * Packs texts into a ZIP archive: deflated, names in UTF-8, the same bytes for the same texts (every entry is
 * dated 1980-01-01). Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * @throws RangeError for more than 65,535 entries or 4 GiB, which would need ZIP64.
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const packed = entries.map(pack);
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, facts } of packed) {
    const local = Buffer.concat([fields([0x04034b50, 4], ...facts, [0, 2]), name, data]);
    directory.push(
      fields(
        [0x02014b50, 4],
        [20, 2],
        ...facts,
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [offset, 4],
      ),
      name,
    );
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = entries.length;
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...files, central, end]);
}

type Field = readonly [value: number, bytes: 2 | 4];

const firstOfJanuary1980 = 0x21;
const namesInUtf8 = 0x800;
const deflated = 8;

/** `facts` are the fields that the header of the file and its line in the directory share. */
function pack({ name, text }: ZipEntry): { name: Buffer; data: Buffer; facts: readonly Field[] } {
  const content = Buffer.from(text, 'utf8');
  const data = deflateRawSync(content);
  const bytesOfName = Buffer.from(name, 'utf8');
  const facts: readonly Field[] = [
    [20, 2],
    [namesInUtf8, 2],
    [deflated, 2],
    [0, 2],
    [firstOfJanuary1980, 2],
    [crc32(content), 4],
    [data.length, 4],
    [content.length, 4],
    [bytesOfName.length, 2],
  ];
  return { name: bytesOfName, data, facts };
}

function fields(...list: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((sum, [, bytes]) => sum + bytes, 0));
  list.reduce((at, [value, bytes]) => buffer.writeUIntLE(value, at, bytes), 0);
  return buffer;
}
