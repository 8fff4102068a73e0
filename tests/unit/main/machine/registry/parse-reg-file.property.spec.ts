import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRegistryValue } from '../../../../../src/main/machine/registry/decode-registry-value.ts';
import { parseRegFile } from '../../../../../src/main/machine/formats/reg/parse-reg-file.ts';
import { arbitraryKeys } from '../../../../support/arbitrary-registry.ts';
import { encodeRegFile, regFileText, type RegFileKey } from '../../../../support/reg-writer.ts';
import { contentsOf } from '../../../../support/registry-contents.ts';

const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Test';
const place = 'HKLM\\SOFTWARE\\Test';
const encodings = fc.constantFrom('utf16le', 'utf16be', 'utf8', 'utf8WithMark');

function expected(keys: readonly RegFileKey[]) {
  return new Map(
    keys.map(({ path, values }) => [
      path.replace(root, place),
      new Map(
        values.map(({ name, type, bytes }) => [
          name.toLowerCase(),
          decodeRegistryValue(name, type, bytes),
        ]),
      ),
    ]),
  );
}

describe('parseRegFile', () => {
  it('reads back any tree that was written', () => {
    fc.assert(
      fc.property(arbitraryKeys(root), encodings, fc.boolean(), (keys, encoding, lf) => {
        const text = regFileText(keys, lf ? '\n' : '\r\n');
        const read = parseRegFile(encodeRegFile(text, encoding));
        expect(read).toMatchObject({ ok: true, problems: [], roots: [place] });
        const contents = read.ok ? contentsOf(read.registry, place) : null;
        expect(contents).toEqual(expected(keys));
      }),
      { numRuns: 300 },
    );
  });

  it('reports of any beginning of a file only what the whole file has, and no absence that is not one', () => {
    fc.assert(
      fc.property(
        arbitraryKeys(root),
        encodings,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (keys, encoding, part) => {
          const bytes = encodeRegFile(regFileText(keys), encoding);
          const beginning = bytes.subarray(0, Math.floor(bytes.length * part));
          const read = parseRegFile(beginning);
          if (!read.ok) return;
          const all = expected(keys);
          for (const [path, values] of contentsOf(read.registry, place)) {
            expect(all.has(path)).toBe(true);
            for (const [name, value] of values) expect(value).toEqual(all.get(path)?.get(name));
          }
          // A cut exactly between two keys cannot be seen.
          if (read.problems.length === 0) return;
          for (const path of all.keys()) {
            const key = read.registry.readKey(path);
            expect(key.found || key.gap !== null).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        arbitraryKeys(root),
        encodings,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        (keys, encoding, changes) => {
          const bytes = encodeRegFile(regFileText(keys), encoding);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          expect(() => parseRegFile(bytes)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
