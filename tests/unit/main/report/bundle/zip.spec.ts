import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zip, type ZipEntry } from '../../../../../src/main/report/bundle/zip.ts';

/** Reads an archive the way every program does: from the directory at its end. */
function unzip(archive: Buffer): ZipEntry[] {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    entries.push({ name, text: contentAt(archive, archive.readUInt32LE(at + 42), name) });
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return entries;
}

function contentAt(archive: Buffer, at: number, name: string): string {
  expect(archive.readUInt32LE(at)).toBe(0x04034b50);
  const nameLength = archive.readUInt16LE(at + 26);
  const start = at + 30 + nameLength;
  expect(archive.subarray(at + 30, start).toString('utf8')).toBe(name);
  const packed = archive.subarray(start, start + archive.readUInt32LE(at + 18));
  const content = inflateRawSync(packed);
  expect([content.length, crc32(content)]).toEqual([
    archive.readUInt32LE(at + 22),
    archive.readUInt32LE(at + 14),
  ]);
  return content.toString('utf8');
}

const entries = fc.uniqueArray(
  fc.record({
    // As files are called: no number by itself, which an object would put first.
    name: fc.string({ maxLength: 40, unit: 'grapheme' }).map((name) => `${name}.txt`),
    text: fc.string({ maxLength: 2000, unit: 'grapheme' }),
  }),
  { maxLength: 8, selector: ({ name }) => name },
);

describe('a zip archive', () => {
  it('gives back every name and every text', () => {
    fc.assert(
      fc.property(entries, (some) => {
        expect(unzip(zip(some))).toEqual(some);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same texts', () => {
    const same = [{ name: 'a.txt', text: 'a'.repeat(1000) }];
    expect(zip(same).equals(zip(same))).toBe(true);
  });

  it('is smaller than what is in it', () => {
    expect(zip([{ name: 'a.txt', text: 'a'.repeat(10_000) }]).length).toBeLessThan(300);
  });
});
