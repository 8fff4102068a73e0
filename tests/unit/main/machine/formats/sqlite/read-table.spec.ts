import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../../../src/main/machine/formats/sqlite/read-table.ts';

type Cell = null | number | string | Uint8Array;

/** A database as SQLite itself writes it. */
function databaseOf(pageSize: number, rows: readonly (readonly Cell[])[]): Buffer {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `PRAGMA page_size = ${pageSize}; CREATE TABLE other (x); INSERT INTO other VALUES (1)`,
  );
  database.exec('CREATE TABLE things (id PRIMARY KEY UNIQUE ON CONFLICT ABORT, a0, a1 TEXT)');
  const insert = database.prepare('INSERT INTO things VALUES (?, ?, ?)');
  for (const [index, row] of rows.entries()) insert.run(index, row[0] ?? null, row[1] ?? null);
  const bytes = Buffer.from(database.serialize());
  database.close();
  return bytes;
}

const cell = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 3000, unit: 'binary' }).filter((text) => !text.includes('\0')),
  fc.uint8Array({ maxLength: 3000 }),
);
const pageSizes = fc.constantFrom(512, 1024, 4096, 32_768, 65_536);

const plain = (value: unknown) => (value instanceof Uint8Array ? [...value] : value);

describe('readTable', () => {
  it('reads what SQLite wrote, value for value, also over many pages', () => {
    fc.assert(
      fc.property(pageSizes, fc.array(fc.tuple(cell, cell), { maxLength: 60 }), (size, rows) => {
        const read = readTable(databaseOf(size, rows), 'Things');
        expect(read?.map((row) => [...row.values()].map(plain))).toEqual(
          rows.map(([a, b], index) => [index, plain(a), affine(b)]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('knows no table of another name', () => {
    expect(readTable(databaseOf(4096, []), 'nssPublic')).toBeNull();
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('SQLite format 3\0 is what this is not')],
    ['zeros', Buffer.alloc(100_000)],
  ])('refuses %s', (_name, bytes) => {
    expect(readTable(bytes, 'things')).toBeNull();
  });

  it('comes back from every damaged file, and soon', () => {
    const whole = databaseOf(
      512,
      Array.from({ length: 40 }, (_, index) => [index, new Uint8Array(900)]),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          const read = readTable(bytes, 'things');
          expect(read === null || read.length <= whole.length).toBe(true);
        },
      ),
    );
  });

  it('refuses a table whose pages lead back to themselves', () => {
    const bytes = databaseOf(
      512,
      Array.from({ length: 200 }, () => ['x'.repeat(60), null]),
    );
    const isInterior = (page: number) => bytes[page * 512] === 5;
    const root = Array.from({ length: bytes.length / 512 }, (_, page) => page).find(isInterior);
    bytes.writeUInt32BE((root ?? 0) + 1, (root ?? 0) * 512 + 8);
    expect([root === undefined, readTable(bytes, 'things')]).toEqual([false, null]);
  });

  it('refuses a page whose cells are all the same bytes, so that no small file is a large table', () => {
    const bytes = databaseOf(65_536, [
      ['y'.repeat(2000), null],
      ['z', null],
    ]);
    const page = Array.from({ length: bytes.length / 65_536 }, (_, index) => index * 65_536).find(
      (start) =>
        bytes[start] === 0x0d && bytes.subarray(start, start + 65_536).includes('y'.repeat(2000)),
    )!;
    const cellAt = bytes.readUInt16BE(page + 8);
    bytes.writeUInt16BE(20_000, page + 3);
    for (let index = 0; index < 20_000; index += 1)
      bytes.writeUInt16BE(cellAt, page + 8 + 2 * index);
    expect(readTable(bytes, 'things')).toBeNull();
  });
});

/** A column of texts keeps numbers as texts. */
function affine(value: Cell): unknown {
  if (typeof value !== 'number') return plain(value);
  const database = new DatabaseSync(':memory:');
  const text = database.prepare('SELECT CAST(? AS TEXT) AS t').get(value)?.['t'];
  database.close();
  return text;
}
