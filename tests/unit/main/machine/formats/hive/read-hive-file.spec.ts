import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRegistryValue } from '../../../../../../src/main/machine/registry/decode-registry-value.ts';
import {
  readHiveFile,
  type HiveFileOutcome,
} from '../../../../../../src/main/machine/formats/hive/read-hive-file.ts';
import { arbitraryKeys } from '../../../../../support/arbitrary-registry.ts';
import type { RegFileKey } from '../../../../../support/reg-writer.ts';
import { contentsOf } from '../../../../../support/registry-contents.ts';
import { writeHive, type HiveKey } from '../../../../../support/regf-writer.ts';
import { hiveOfCells } from '../../registry/hive-of-cells.ts';

const place = 'HKU\\S-1-5-21-1-2-3-1001';

function whole(outcome: HiveFileOutcome): Extract<HiveFileOutcome, { ok: true }> {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome;
}

/** The nested keys that the hive writer takes. */
function nested(keys: readonly RegFileKey[], path = place): HiveKey {
  const own = keys.find((key) => key.path === path);
  const children = keys.filter(
    (key) => key.path.startsWith(`${path}\\`) && !key.path.slice(path.length + 1).includes('\\'),
  );
  return {
    values: Object.fromEntries(
      (own?.values ?? []).map(({ name, type, bytes }) => [name, { type, data: bytes }]),
    ),
    keys: Object.fromEntries(
      children.map((child) => [child.path.slice(path.length + 1), nested(keys, child.path)]),
    ),
  };
}

const sample: HiveKey = {
  keys: {
    Software: {
      values: { '': 'default', Число: 7, Name: 'Антивирус', List: ['a', 'b'] },
      keys: { KasperskyLab: { keys: { 'AVP21.25': {} } }, Другой: {} },
    },
  },
};

/** Writes a number and a fitting checksum into the base block. */
function patched(hive: Buffer, at: number, number: number): Buffer {
  const copy = Buffer.from(hive);
  copy.writeUInt32LE(number, at);
  let sum = 0;
  for (let word = 0; word < 508; word += 4) sum ^= copy.readUInt32LE(word);
  copy.writeUInt32LE(sum >>> 0, 508);
  return copy;
}

const doubt = (reason: string) => expect.objectContaining({ subject: place, reason });

const lost = (id: string) => [expect.objectContaining({ reason: 'corrupt', detail: { id } })];

describe('readHiveFile', () => {
  it('mounts the keys of a hive at a place', () => {
    const { registry, problems } = whole(readHiveFile(writeHive(sample), place));
    const software = `${place}\\Software`;
    expect({ problems, contents: contentsOf(registry, place) }).toEqual({
      problems: [],
      contents: new Map([
        [place, new Map()],
        [
          software,
          new Map(
            [
              decodeRegistryValue('', 1, Buffer.from('default\0', 'utf16le')),
              decodeRegistryValue('Число', 4, Buffer.from([7, 0, 0, 0])),
              decodeRegistryValue('Name', 1, Buffer.from('Антивирус\0', 'utf16le')),
              decodeRegistryValue('List', 7, Buffer.from('a\0b\0\0', 'utf16le')),
            ].map((value) => [value.name.toLowerCase(), value]),
          ),
        ],
        [`${software}\\KasperskyLab`, new Map()],
        [`${software}\\KasperskyLab\\AVP21.25`, new Map()],
        [`${software}\\Другой`, new Map()],
      ]),
    });
  });

  it('reads back any tree that was written', () => {
    fc.assert(
      fc.property(arbitraryKeys(place), (keys) => {
        const { registry, problems } = whole(readHiveFile(writeHive(nested(keys)), place));
        expect(problems).toEqual([]);
        expect(contentsOf(registry, place)).toEqual(
          new Map(
            keys.map(({ path, values }) => [
              path,
              new Map(
                values.map(({ name, type, bytes }) => [
                  name.toLowerCase(),
                  decodeRegistryValue(name, type, bytes),
                ]),
              ),
            ]),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('proves absence in a hive that was closed properly, and says nothing of other places', () => {
    const { registry } = whole(readHiveFile(writeHive(sample), place));
    expect([registry.readKey(`${place}\\Nothing`), registry.readKey('HKU\\S-1-5-18')]).toEqual([
      { found: false, gap: null },
      { found: false, gap: expect.objectContaining({ reason: 'notCollected' }) },
    ]);
  });

  it.each([
    ['was not closed properly', (hive: Buffer) => patched(hive, 4, 9), 'corrupt'],
    ['has a wrong checksum', (hive: Buffer) => (hive.writeUInt32LE(1, 508), hive), 'corrupt'],
    ['is shorter than it says', (hive: Buffer) => patched(hive, 40, 2 ** 20), 'truncated'],
  ])('keeps the data of a hive that %s, and proves no absence', (_what, damage, reason) => {
    const { registry, problems } = whole(readHiveFile(damage(writeHive(sample)), place));
    expect({
      problems,
      found: registry.readKey(`${place}\\Software\\KasperskyLab`).found,
      absent: registry.readKey(`${place}\\Nothing`),
    }).toEqual({
      problems: [doubt(reason)],
      found: true,
      absent: { found: false, gap: doubt(reason) },
    });
  });

  it.each([
    ['no bytes', Buffer.alloc(0), 'empty'],
    ['another file', Buffer.from('Windows Registry Editor'), 'notAHive'],
    ['half of the first block', writeHive(sample).subarray(0, 2048), 'truncated'],
    ['a hive without bins', writeHive(sample).subarray(0, 4096), 'corrupt'],
    ['a root that is no key', patched(writeHive(sample), 36, 12), 'corrupt'],
    ['a root outside the file', patched(writeHive(sample), 36, 0xfffffff0), 'corrupt'],
  ])('refuses %s', (_what, bytes, code) => {
    expect(readHiveFile(bytes, place)).toEqual({ ok: false, code });
  });

  describe('reads what the usual writer does not make', () => {
    it.each(['lf', 'lh', 'li', 'ri'] as const)('a list of subkeys of kind %s', (kind) => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, subkeys }) => {
            const names = ['a', 'b', 'c'];
            return key('ROOT', {
              count: 3,
              subkeys: subkeys(
                kind,
                names.map((name) => key(name)),
              ),
            });
          }),
          place,
        ),
      );
      const names = read.registry.subkeyNames(place);
      expect([read.problems, names.found && names.value.toSorted()]).toEqual([[], ['a', 'b', 'c']]);
    });

    it('a value in several cells', () => {
      const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => index % 251));
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, bigValue }) => key('ROOT', { values: [bigValue('Big', bytes)] })),
          place,
        ),
      );
      const root = read.registry.readKey(place);
      expect([read.problems, root.found && root.value.values.get('big')]).toEqual([
        [],
        { name: 'Big', type: 'REG_BINARY', size: bytes.length, data: new Uint8Array(bytes) },
      ]);
    });
  });

  describe('survives a hostile hive', () => {
    it('whose keys contain themselves', () => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, subkeys, patch }) => {
            const child = key('child', { count: 1, subkeys: 0 });
            patch(child, 28, subkeys('lf', [child]));
            return key('ROOT', { count: 1, subkeys: subkeys('lf', [child]) });
          }),
          place,
        ),
      );
      expect([read.problems, read.registry.readKey(`${place}\\child\\child`)]).toEqual([
        lost('gap.hive.subkey'),
        { found: false, gap: lost('gap.hive.subkey')[0] },
      ]);
    });

    it('whose keys lie deeper than Windows allows', () => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, subkeys }) => {
            let below = key('bottom');
            for (let depth = 0; depth < 600; depth += 1) {
              below = key('k', { count: 1, subkeys: subkeys('li', [below]) });
            }
            return below;
          }),
          place,
        ),
      );
      expect(read.problems).toEqual(lost('gap.hive.tooDeep'));
    });

    it('whose short list names billions of keys', () => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, subkeys }) => {
            const child = key('child');
            const list = subkeys(
              'lf',
              Array.from({ length: 60_000 }, () => child),
            );
            return key('ROOT', {
              count: 1,
              subkeys: subkeys(
                'listOfLists',
                Array.from({ length: 60_000 }, () => list),
              ),
            });
          }),
          place,
        ),
      );
      expect(read.problems).toEqual(lost('gap.hive.subkeyList'));
    });

    it('whose values all share one large cell', () => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, bigValue }) => {
            const value = bigValue('v', Buffer.alloc(16_000));
            return key('ROOT', { values: Array.from({ length: 50_000 }, () => value) });
          }),
          place,
        ),
      );
      expect(read.problems.length).toBeGreaterThan(0);
    });

    it('whose key names lead elsewhere', () => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, subkeys }) =>
            key('ROOT', { count: 1, subkeys: subkeys('lf', [key('a\\..\\b')]) }),
          ),
          place,
        ),
      );
      expect([read.problems, [...contentsOf(read.registry, 'HKU').keys()]]).toEqual([
        lost('gap.hive.subkey'),
        [place],
      ]);
    });

    it('whose key has half a letter for a name, and so would be its own child', () => {
      const read = whole(
        readHiveFile(
          hiveOfCells(({ key, subkeys, patch }) => {
            const child = key('c');
            // Not one byte a letter any more, and one byte long.
            patch(child, 2, 0);
            patch(child, 72, 1);
            return key('ROOT', { count: 1, subkeys: subkeys('lf', [child]) });
          }),
          place,
        ),
      );
      expect([read.problems, [...contentsOf(read.registry, place).keys()]]).toEqual([
        lost('gap.hive.subkey'),
        [place],
      ]);
    });

    it('of any damaged bytes, without looping and without throwing', () => {
      const hive = writeHive(sample);
      const end = hive.lastIndexOf('vk') + 200;
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.integer({ min: 0, max: end }), fc.nat(255)), {
            minLength: 1,
            maxLength: 12,
          }),
          fc.integer({ min: 0, max: hive.length }),
          fc.boolean(),
          (changes, length, cut) => {
            const damaged = Buffer.from(hive);
            for (const [at, byte] of changes) damaged[at] = byte;
            const read = readHiveFile(cut ? damaged.subarray(0, length) : damaged, place);
            expect(typeof read.ok).toBe('boolean');
          },
        ),
        { numRuns: 3_000 },
      );
    });
  });
});
