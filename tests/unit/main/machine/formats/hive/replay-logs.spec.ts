import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marvin32 } from '../../../../../../src/main/machine/formats/hive/marvin32.ts';
import { readHiveFile } from '../../../../../../src/main/machine/formats/hive/read-hive-file.ts';
import {
  hiveLog,
  logEntry,
  notClosed,
  resealed,
  sealedEntry,
} from '../../../../../support/regf-log-writer.ts';
import { writeHive } from '../../../../../support/regf-writer.ts';

const place = 'HKU\\S-1-5-21-1-2-3-1001';

/** The hive as it was, and after each of four changes; the last one needs another bin. */
const states = [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'c', 'd'], ['a', 'e'.repeat(200)]].map(
  (names, at) =>
    writeHive({
      keys: Object.fromEntries(
        names.map((name) => [name, { values: { v: name.repeat(at === 4 ? 20 : 1) } }]),
      ),
    }),
) as [Buffer, Buffer, Buffer, Buffer, Buffer];
const dirty = notClosed(states[0], 8);
/** The changes 8 to 11, each from one state to the next. */
const entries = [1, 2, 3, 4].map((to) => logEntry(to + 7, states[to - 1]!, states[to]!)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];
const [eight, nine, ten, eleven] = entries;
const log = (first: number, ...written: readonly Buffer[]) => hiveLog(dirty, first, written);

/** The names of the keys that are read, and whether another one is known to be absent. */
function read(logs: readonly Buffer[], hive = dirty) {
  const outcome = readHiveFile(hive, place, logs);
  if (!outcome.ok) return outcome.code;
  const names = outcome.registry.subkeyNames(place);
  const absent = outcome.registry.readKey(`${place}\\nothing`);
  return {
    keys: names.found ? names.value.map((name) => name.slice(0, 1)).toSorted() : null,
    sure: !absent.found && absent.gap === null && outcome.problems.length === 0,
  };
}

const flipped = (entry: Buffer, at: number): Buffer => {
  const copy = Buffer.from(entry);
  copy[at]! ^= 1;
  return copy;
};

describe('a hive that was not closed properly', () => {
  it('grows by another bin in one of these changes', () => {
    expect([states[4].length > states[3].length, read([])]).toEqual([
      true,
      { keys: ['a'], sure: false },
    ]);
  });

  it.each([
    ['one log', [log(8, eight, nine, ten, eleven)], ['a', 'e']],
    ['two logs', [log(8, eight, nine), log(10, ten, eleven)], ['a', 'e']],
    ['two logs, of which the second begins', [log(10, ten), log(8, eight, nine)], ['a', 'c', 'd']],
    ['one log beside an empty one', [Buffer.alloc(0), log(8, eight)], ['a', 'b']],
    [
      'a log beside one from before the hive was last written',
      [log(8, eight), log(3, nine)],
      ['a', 'b'],
    ],
    [
      'a log with remains of older entries behind',
      [log(8, eight, logEntry(4, states[1], states[4]))],
      ['a', 'b'],
    ],
    [
      'a log that begins later, for Windows had written a part of the changes',
      [log(9, logEntry(9, states[0], states[2]))],
      ['a', 'b', 'c'],
    ],
  ])('is as Windows will have it, by %s', (_what, logs, keys) => {
    expect(read(logs)).toEqual({ keys, sure: true });
  });

  it('also where the numbers start again at nought', () => {
    const hive = resealed(states[0], (copy) => {
      copy.writeUInt32LE(0xffffffff, 4);
      copy.writeUInt32LE(0xfffffffe, 8);
    });
    const logs = [
      hiveLog(hive, 0, [logEntry(0, states[1], states[2])]),
      hiveLog(hive, 0xffffffff, [logEntry(0xffffffff, states[0], states[1])]),
    ];
    expect(read(logs, hive)).toEqual({ keys: ['a', 'b', 'c'], sure: true });
  });

  it.each([
    ['no log', [], ['a']],
    ['a log that is older than the hive', [log(3, logEntry(3, states[0], states[1]))], ['a']],
    ['a log whose first block was not written whole', [flipped(log(8, eight), 40)], ['a']],
    ['a log that was begun and not written', [log(8)], ['a']],
    [
      'a log of the format before Windows 8.1',
      [resealed(log(8, Buffer.from('DIRT')), (copy) => copy.writeUInt32LE(1, 28))],
      ['a'],
    ],
    ['a log that is cut off', [log(8, eight, nine).subarray(0, -512)], ['a', 'b']],
    [
      'a log whose second entry is damaged in its pages',
      [log(8, eight, flipped(nine, 200), ten)],
      ['a', 'b'],
    ],
    [
      'a log whose second entry is damaged in its header',
      [log(8, eight, flipped(nine, 16), ten)],
      ['a', 'b'],
    ],
    ['two logs between which an entry is missing', [log(8, eight), log(10, ten)], ['a', 'b']],
  ])('is what can be known of it, and proves no absence, by %s', (_what, logs, keys) => {
    expect(read(logs)).toEqual({ keys, sure: false });
  });

  it('and whose first block is damaged too takes that of the younger log, and nothing of the other', () => {
    const broken = flipped(dirty, 36);
    const logs = [log(8, eight), log(9, logEntry(9, states[0], states[2]))];
    expect([read(logs, broken), read([], broken)]).toEqual([
      { keys: ['a', 'b', 'c'], sure: true },
      'corrupt',
    ]);
  });
});

it('a hive that was closed properly is left as it is, whatever its logs say', () => {
  const closed = resealed(states[0], (copy) => [4, 8].forEach((at) => copy.writeUInt32LE(8, at)));
  expect(read([log(8, eight)], closed)).toEqual({ keys: ['a'], sure: true });
});

describe('a hostile log', () => {
  const patched = (at: number, number: number) => {
    const entry = Buffer.from(eight);
    entry.writeUInt32LE(number, at);
    return log(8, sealedEntry(entry));
  };

  it.each([
    ['makes a hive of four thousand millions of bytes', patched(16, 0xfffff000)],
    ['makes a hive that ends within a bin', patched(16, 4097)],
    ['lists more pages than it holds', patched(20, 0x1fffffff)],
    ['has a page outside of the hive', patched(40, 0xfffffe00)],
    ['has a page that is longer than the entry', patched(44, 0x7fffffff)],
    ['is shorter than its header', patched(4, 0)],
    ['is longer than the file', patched(4, 0x40000000)],
  ])('that %s is not believed', (_what, hostile) => {
    expect(read([hostile])).toEqual({ keys: ['a'], sure: false });
  });

  it('of any damaged bytes with fitting seals neither loops nor throws', () => {
    const change = fc.tuple(fc.nat(eight.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const entry = Buffer.from(eight);
        for (const [at, byte] of changes) entry[at] = byte;
        expect(read([log(8, sealedEntry(entry), nine)])).toBeTruthy();
      }),
      { numRuns: 1_000 },
    );
  });
});

it.each([
  ['', 0xb00892ac],
  ['h', 0xf41a608e],
  ['he', 0x11107c6b],
  ['hel', 0x24056a46],
  ['hell', 0x7f91e021],
  ['hello, world!', 0x00c18515],
])('the seal of “%s” is the one that other implementations know', (text, both) => {
  const [low, high] = marvin32(Buffer.from(text));
  expect((low ^ high) >>> 0).toBe(both);
});
