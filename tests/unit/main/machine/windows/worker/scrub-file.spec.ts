import fc from 'fast-check';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeHexPassword } from '../../../../../../src/shared/windows/hex-password.ts';
import { scrubFile } from '../../../../../../src/main/machine/windows/worker/scrub-file.ts';
import { anyPassword, everySpelling } from '../../../../../support/any-password.ts';

let folder: string;
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-scrub-'));
  log = join(folder, 'msi.log');
});
afterEach(() => rm(folder, { recursive: true }));

async function scrubbed(content: Buffer, ...secrets: string[]): Promise<Buffer> {
  await writeFile(log, content);
  await scrubFile(log, secrets);
  return readFile(log);
}

describe('scrubFile', () => {
  it('overwrites a password in a UTF-16 log and leaves the rest as it is', async () => {
    const content = Buffer.from(
      '\uFEFFProperty(S): KLPASSWD = Gäste-1\r\nnext Gäste-1 line',
      'utf16le',
    );
    expect((await scrubbed(content, 'Gäste-1')).toString('utf16le')).toBe(
      '\uFEFFProperty(S): KLPASSWD = *******\r\nnext ******* line',
    );
  });

  it.each(['utf8', 'latin1'] as const)('overwrites it in a %s log', async (encoding) => {
    const after = await scrubbed(Buffer.from('a Gäste-1 b', encoding), 'Gäste-1');
    expect(after.toString('latin1')).toMatch(/^a \*{7,8} b$/);
  });

  it('overwrites its hexadecimal form in either case and its quoted form', async () => {
    const secret = 'J"k';
    const hex = encodeHexPassword(secret);
    const content = Buffer.from(`${hex} ${hex.toLowerCase()} P="J""k"`, 'utf16le');
    expect((await scrubbed(content, secret)).toString('utf16le')).toBe(
      `${'*'.repeat(12)} ${'*'.repeat(12)} P="****"`,
    );
  });

  it('does not touch a file without a secret, nor with an empty one', async () => {
    const content = Buffer.from('nothing here');
    expect(await scrubbed(content, 'secret', '')).toEqual(content);
  });

  it('counts the places and takes a missing file for clean', async () => {
    await writeFile(log, 'one pass two pass');
    expect([
      await scrubFile(log, ['pass']),
      await scrubFile(join(folder, 'none'), ['pass']),
    ]).toEqual([2, 0]);
  });

  it('fails loudly when the file cannot be read', async () => {
    await expect(scrubFile(folder, ['pass'])).rejects.toThrow('EISDIR');
  });

  it('leaves no secret behind, in whatever spelling and wherever it stands', async () => {
    const place = fc.record({
      before: fc.uint8Array({ maxLength: 30 }),
      encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
      after: fc.uint8Array({ maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(anyPassword, fc.nat(4), place, async (secret, nth, spot) => {
        const { before, encoding, after } = spot;
        const pattern = Buffer.from(everySpelling(secret)[nth] ?? '', encoding);
        const content = Buffer.concat([before, pattern, after]);
        const clean = await scrubbed(content, secret);
        expect({ length: clean.length, at: clean.indexOf(pattern) }).toEqual({
          length: content.length,
          at: -1,
        });
      }),
      { numRuns: 50 },
    );
  });
});
