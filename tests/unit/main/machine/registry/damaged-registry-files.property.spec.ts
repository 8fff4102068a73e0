import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scope } from '../../../../../src/main/catalog/scope.ts';
import { collectBrowserExtensions } from '../../../../../src/main/machine/sources/registry/collect-browser-extensions.ts';
import { collectPersonalRoots } from '../../../../../src/main/machine/sources/registry/collect-personal-roots.ts';
import { collectPrograms } from '../../../../../src/main/machine/sources/registry/collect-programs.ts';
import { collectVendorKeys } from '../../../../../src/main/machine/sources/registry/collect-vendor-keys.ts';
import { mountHives } from '../../../../../src/main/machine/registry/mount-hives.ts';
import { parseRegFile } from '../../../../../src/main/machine/formats/reg/parse-reg-file.ts';
import { readHiveFile } from '../../../../../src/main/machine/formats/hive/read-hive-file.ts';
import { readRegistryExport } from '../../../../../src/main/machine/sources/registry/read-registry-export.ts';
import type { Registry } from '../../../../../src/main/machine/registry/registry.ts';
import { treeRegistryOf } from '../../../../../src/main/machine/registry/tree-registry.ts';
import { english } from '../../../../../src/shared/words/english.ts';
import { inventorySchema } from '../../../../../src/shared/domain/inventory-schema.ts';
import { certificateBlob, rootCertificates } from '../../../../support/root-certificates.ts';
import { encodeRegFile, regFileText, regNumber, regText } from '../../../../support/reg-writer.ts';
import { contentsOf } from '../../../../support/registry-contents.ts';
import { writeHive, type HiveKey } from '../../../../support/regf-writer.ts';

const sid = 'S-1-5-21-1-2-3-1001';
const place = `HKU\\${sid}`;
const machine = 'HKEY_LOCAL_MACHINE';
const windows = `${machine}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion`;
const code = '{2B7F3E51-8C0A-4D6E-9B1F-21A3C0D9E801}';

/** Something for every collector that reads an export. */
const exported = regFileText([
  { path: `${machine}\\SOFTWARE`, values: [] },
  {
    path: `${windows}\\Uninstall\\${code}`,
    values: [regText('DisplayName', 'Kaspersky'), regNumber('WindowsInstaller', 1)],
  },
  { path: `${windows}\\Installer\\UserData\\S-1-5-18\\Products\\15E3F7B2A0C8E6D4`, values: [] },
  {
    path: `${machine}\\SOFTWARE\\KasperskyLab\\AVP21.3\\environment`,
    values: [regText('ProductCode', code)],
  },
  {
    path: `${machine}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\${sid}`,
    values: [regText('ProfileImagePath', 'C:\\Users\\anna')],
  },
  {
    path: `${machine}\\SYSTEM\\ControlSet001\\Services\\klif`,
    values: [regNumber('Type', 1), regText('ImagePath', 'system32\\drivers\\klif.sys')],
  },
  { path: `${machine}\\SYSTEM\\Select`, values: [regNumber('Current', 1)] },
  { path: `HKEY_USERS\\${sid}\\Software\\KasperskyLab`, values: [regNumber('a', 1)] },
]);

/** Something for every collector that reads the hive of a person. */
const hive: HiveKey = {
  keys: {
    Software: {
      keys: {
        KasperskyLab: { keys: { 'AVP21.3': { values: { Count: 7, Names: ['a', 'b'] } } } },
        Google: { keys: { Chrome: { keys: { Extensions: { keys: { a: {} } } } } } },
        Microsoft: {
          keys: {
            SystemCertificates: {
              keys: {
                Root: {
                  keys: {
                    Certificates: {
                      keys: {
                        [rootCertificates.kaspersky.thumbprint]: {
                          values: {
                            Blob: { type: 3, data: certificateBlob(rootCertificates.kaspersky) },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
            Windows: {
              keys: {
                CurrentVersion: {
                  keys: { Uninstall: { keys: { X: { values: { DisplayName: 'Kaspersky' } } } } },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** What an accident, or somebody, does to a file. Places are parts of ten thousand of its length. */
const damage = fc.array(
  fc.record({
    how: fc.constantFrom('set', 'set', 'set', 'drop', 'repeat', 'fill', 'cut'),
    at: fc.integer({ min: 0, max: 9_999 }),
    length: fc.nat({ max: 60 }),
    byte: fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0, 255, 127, 128, 10, 13, 34, 91, 92)),
  }),
  { minLength: 1, maxLength: 4 },
);
type Damage = typeof damage extends fc.Arbitrary<readonly (infer T)[]> ? T : never;

function damaged(bytes: Buffer, changes: readonly Damage[]): Buffer {
  return changes.reduce((left, { how, at, length, byte }) => {
    const from = Math.floor((at * left.length) / 10_000);
    const to = Math.min(left.length, from + length);
    const [before, piece, after] = [
      left.subarray(0, from),
      left.subarray(from, to),
      left.subarray(to),
    ];
    if (how === 'cut') return before;
    if (how === 'drop') return Buffer.concat([before, after]);
    if (how === 'repeat') return Buffer.concat([before, piece, piece, after]);
    const filling = Buffer.alloc(how === 'set' ? Math.min(1, piece.length) : piece.length, byte);
    return Buffer.concat([before, filling, left.subarray(from + filling.length)]);
  }, bytes);
}

/** Asks everything that is asked of a person's hive. */
function collectAll(registry: Registry): readonly { readonly state: string }[] {
  return [
    collectPrograms(registry),
    collectVendorKeys(registry, scope),
    collectBrowserExtensions(registry, scope),
    collectPersonalRoots(registry, scope.hints),
  ];
}

const common = {
  scope,
  path: 'x.reg',
  collectedAt: '2026-09-01T10:00:00.000Z',
  collectedBy: 'cutover test',
};

describe('a damaged export', () => {
  it('gives a valid inventory or a reason, whatever happened to it', async () => {
    let inventories = 0;
    await fc.assert(
      fc.asyncProperty(
        damage,
        fc.constantFrom('utf16le', 'utf16be', 'utf8', 'utf8WithMark'),
        fc.constantFrom(0, 100),
        async (changes, encoding, kept) => {
          const whole = encodeRegFile(exported, encoding);
          const hurt = damaged(whole.subarray(kept), changes);
          const bytes = Buffer.concat([whole.subarray(0, kept), hurt]);
          const read = await readRegistryExport({ ...common, bytes });
          if (!read.ok) return refused(english.render(read.message));
          inventories += 1;
          expect(inventorySchema.safeParse(read.inventory).error).toBe(undefined);
        },
      ),
      { numRuns: 600 },
    );
    // Not every damage may be so large that nothing is left to look at.
    expect(inventories).toBeGreaterThan(100);
  });

  it.each<[string, string]>([
    [
      'more keys side by side than a call can have arguments',
      Array.from({ length: 150_000 }, (_, index) => `[${machine}\\SOFTWARE\\T\\${index}]`).join(
        '\r\n',
      ),
    ],
    ['keys below each other without end', `[${machine}\\SOFTWARE\\${'a\\'.repeat(50_000)}b]`],
    [
      'a value that goes on and on',
      `[${machine}\\S]\r\n"a"=hex:${'01,\\\r\n  '.repeat(100_000)}01`,
    ],
    ['a text that never ends', `[${machine}\\S]\r\n"a"="${'x\\\\'.repeat(300_000)}`],
    ['only brackets', '['.repeat(500_000)],
    ['only quotation marks', `[${machine}\\S]\r\n${'"'.repeat(500_000)}`],
    ['only lines that go on', `[${machine}\\S]\r\n"a"=${'\\\r\n'.repeat(200_000)}`],
    ['only broken values', `[${machine}\\S]\r\n${'"a"="\r\n'.repeat(100_000)}`],
  ])('is done with in time: %s', (_, text) => {
    const bytes = encodeRegFile(`Windows Registry Editor Version 5.00\r\n\r\n${text}\r\n`, 'utf8');
    // What grows faster than the file takes longer than any test may.
    expect(typeof parseRegFile(bytes).ok).toBe('boolean');
  });
});

describe('a damaged hive', () => {
  const bytes = writeHive(hive);
  const complete = contentsOf(registryOf(bytes), place);

  it('answers every question, and only about its own place', () => {
    let readable = 0;
    // The end of the file is empty, and damage there would show nothing.
    const used = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 40);
    const rest = bytes.subarray(used.length);
    fc.assert(
      fc.property(damage, fc.boolean(), (changes, keepHead) => {
        const head = keepHead ? used.subarray(0, 4096) : Buffer.alloc(0);
        const hurt = damaged(used.subarray(head.length), changes);
        const read = readHiveFile(Buffer.concat([head, hurt, rest]), place);
        if (!read.ok) return;
        readable += 1;
        const paths = [...contentsOf(read.registry, place).keys()];
        expect(paths.filter((path) => path !== place && !path.startsWith(`${place}\\`))).toEqual(
          [],
        );
        const states = collectAll(
          mountHives(treeRegistryOf({}), new Map([[place, read.registry]])),
        );
        expect(states.length).toBe(4);
      }),
      { numRuns: 1_500 },
    );
    expect(readable).toBeGreaterThan(300);
  });

  it('that breaks off tells only what the whole one has, and proves no absence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        const read = readHiveFile(bytes.subarray(0, length), place);
        if (!read.ok) return;
        for (const [path, values] of contentsOf(read.registry, place)) {
          for (const [name, value] of values) expect(value).toEqual(complete.get(path)?.get(name));
        }
        for (const path of complete.keys()) {
          const key = read.registry.readKey(path);
          expect(key.found || key.gap !== null).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** A refusal is a sentence; anything else is a defect. */
function refused(message: string): void {
  if (!message.endsWith('.')) throw new Error(`No sentence: ${message}`);
}

function registryOf(bytes: Buffer): Registry {
  const read = readHiveFile(bytes, place);
  if (!read.ok) throw new Error(read.code);
  return read.registry;
}
