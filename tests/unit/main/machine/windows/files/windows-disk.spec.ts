import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../../../../src/main/machine/windows/files/windows-disk.ts';

/** `WIN32_FIND_DATAW` of an entry. */
function found(name: string, attributes: number, tag = 0): Buffer {
  const data = Buffer.alloc(592);
  data.writeUInt32LE(attributes, 0);
  data.writeUInt32LE(tag, 36);
  data.write(`${name}\0`, 44, 'utf16le');
  return data;
}

const [folder, link, archive] = [0x10, 0x400, 0x20];

describe('an entry of a folder of Windows', () => {
  it.each<[string, number, number, ReturnType<typeof entryOf>]>([
    ['a file', archive, 0, { name: 'x.exe', kind: 'file' }],
    ['a folder', folder, 0, { name: 'x.exe', kind: 'folder' }],
    [
      'a junction, or a volume mounted there',
      folder | link,
      0xa0000003,
      { name: 'x.exe', kind: 'link' },
    ],
    ['a symbolic link', archive | link, 0xa000000c, { name: 'x.exe', kind: 'link' }],
    [
      'a program of the Store',
      archive | link,
      0x8000001b,
      { name: 'x.exe', kind: 'file', plainly: true },
    ],
    [
      'a file without its duplicates',
      archive | link,
      0x80000013,
      { name: 'x.exe', kind: 'file', plainly: true },
    ],
    ['a folder of a cloud', folder | link, 0x9000301a, { name: 'x.exe', kind: 'folder' }],
    [
      'a file that is only in a cloud',
      archive | link | 0x400000,
      0x9000301a,
      { name: 'x.exe', kind: 'away' },
    ],
    ['a file on a tape', archive | 0x1000, 0, { name: 'x.exe', kind: 'away' }],
    ['a tag without its attribute', archive, 0xa0000003, { name: 'x.exe', kind: 'file' }],
  ])('%s', (_name, attributes, tag, entry) => {
    expect(entryOf(found('x.exe', attributes, tag))).toEqual(entry);
  });
});
